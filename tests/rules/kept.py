"""The suites and whole sets kept here, as the library reads them, and what the screening says of them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from gaps import asks_gates

from lianggao import ProjectScreening, load_law
from lianggao.audit.cases import Case, ScreenedCases, Suite, Variant, WholeCase, WholeSet, read_cases

HERE = Path(__file__).parent
SUFFIX = ".cases.yaml"


@cache
def _files() -> dict[str, Suite | WholeSet]:
    # Beside each suite stands a generated one, which says what the rule finds and not what the law says.
    contents = read_cases(path for path in sorted(HERE.rglob(f"*{SUFFIX}")) if ".boundaries" not in path.suffixes)
    return {Path(f.name).relative_to(HERE).as_posix().removesuffix(SUFFIX): f.content for f in contents}


@cache
def suites() -> dict[str, Suite]:
    """Return every suite by its path, which is the id of its rule."""
    return {path: content for path, content in _files().items() if isinstance(content, Suite)}


@cache
def whole_cases() -> dict[str, Variant[WholeCase]]:
    """Return every whole case by its file and name."""
    sets = {path: content for path, content in _files().items() if isinstance(content, WholeSet)}
    # Those in checks/ state requirements alone.
    return {
        f"{path}: {variant.name}": variant
        for path, whole in sets.items()
        for variant in whole.variants
        if path.startswith("whole/")
    }


def firsts(suite: Suite) -> dict[str, Variant[Case]]:
    """Return the first case of each status."""
    return {variant.case.expect: variant for variant in reversed(suite.variants)}


@cache
def screened() -> ScreenedCases:
    """Return the screening of those cases that are asked for beyond what the plug-in runs."""
    law, asked = load_law(), list(whole_cases().values())
    for rule, suite in suites().items():
        known = law.rule(rule)
        asked += suite.variants if known and asks_gates(known.condition) else firsts(suite).values()
    return ScreenedCases(asked)


@cache
def in_full(name: str) -> ProjectScreening:
    """Return the whole screening of a whole case."""
    return screened()[whole_cases()[name]].in_full()
