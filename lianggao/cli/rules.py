"""`lianggao rules`: what the rules say and where each of them stands."""

from __future__ import annotations

import typer

from lianggao.cli.rules_list import list_rules
from lianggao.cli.rules_pages import print_items, print_questions
from lianggao.cli.rules_show import show_rule

rules = typer.Typer(name="rules", help="查看规则。", no_args_is_help=True, rich_markup_mode=None)
rules.command("items")(print_items)
rules.command("list")(list_rules)
rules.command("questions")(print_questions)
rules.command("show", no_args_is_help=True)(show_rule)
