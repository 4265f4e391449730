"""`lianggao rules`: what the rules say, what is wrong with them, and what a change of them does."""

from __future__ import annotations

import typer

from lianggao.cli.rules_boundaries import write_boundaries
from lianggao.cli.rules_changelog import check_changelog
from lianggao.cli.rules_check import check_rules
from lianggao.cli.rules_coverage import measure_coverage
from lianggao.cli.rules_departments import write_department_pages
from lianggao.cli.rules_diff import diff_rules
from lianggao.cli.rules_doc import write_rule_pages
from lianggao.cli.rules_fmt import format_rules
from lianggao.cli.rules_impact import show_impact
from lianggao.cli.rules_list import list_rules
from lianggao.cli.rules_pages import print_items, print_questions
from lianggao.cli.rules_show import show_rule
from lianggao.cli.rules_test import run_case_files

rules = typer.Typer(name="rules", help="查看、检查、比较和测试规则。", no_args_is_help=True, rich_markup_mode=None)
rules.command("boundaries", no_args_is_help=True)(write_boundaries)
rules.command("changelog")(check_changelog)
rules.command("check")(check_rules)
rules.command("fmt")(format_rules)
rules.command("coverage")(measure_coverage)
rules.command("departments")(write_department_pages)
rules.command("diff")(diff_rules)
rules.command("impact", no_args_is_help=True)(show_impact)
rules.command("doc")(write_rule_pages)
rules.command("items")(print_items)
rules.command("list")(list_rules)
rules.command("questions")(print_questions)
rules.command("show", no_args_is_help=True)(show_rule)
rules.command("test")(run_case_files)
