"""Only one file touches durable-rules, and of its calls only the two that are exact."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import lianggao

PACKAGE = Path(lianggao.__file__).parent
QUIET = PACKAGE / "engines" / "quiet.py"
INEXACT = (
    "post",
    "post_batch",
    "assert_event",
    "assert_events",
    "assert_facts",
    "retract_facts",
    "delete_state",
    "update_state",
    "start_timer",
    "renew_action_lease",
)
"""Consumed by the first rule, late, fatal, or of no use where facts are marks."""

LANGUAGE = ("$mt", "$imt", "$or", "$any", "$not", "$ex", "$nex", "$lt", "$lte", "$gt", "$gte", "$neq", "$iany", "$iall")
"""Parts of the language of rules, each of which is wrong or fatal somewhere; only "and" of equal marks is left."""


def told(path: Path) -> Iterator[tuple[str, str]]:
    """Yield every attribute and every text in a file's code, docstrings left out."""
    tree = ast.parse(path.read_text("utf-8"))
    strays = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            yield "attribute", node.attr
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in strays:
            yield "text", node.value


def imported(path: Path) -> set[str]:
    """Return the modules that a file imports, also by `import_module`."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
        elif isinstance(node, ast.Call) and "import" in ast.unparse(node.func):
            found |= {arg.value for arg in node.args if isinstance(arg, ast.Constant)}
    return found


def test_only_one_file_imports_durable_rules() -> None:
    importing = {path for path in PACKAGE.rglob("*.py") if {m.split(".")[0] for m in imported(path)} & {"durable"}}
    assert importing == {QUIET}


def test_only_the_exact_calls_are_used() -> None:
    used = {name for kind, name in told(QUIET) if kind == "attribute"}
    assert not used & set(INEXACT)
    assert {"assert_fact", "retract_fact", "register_rulesets"} <= used


def test_rules_say_nothing_but_marks_and_and() -> None:
    texts = {text for kind, text in told(QUIET) if kind == "text"}
    assert not texts & set(LANGUAGE)
    assert {text for text in texts if text.startswith("$")} == {"$and", "$s"}
