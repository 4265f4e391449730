"""Other engines over the same rulebook, to show the chain of rules and to check the decision tables."""
