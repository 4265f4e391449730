"""For those who keep the rules: pages and checks made from the law as encoded."""
