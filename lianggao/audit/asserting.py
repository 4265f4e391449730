"""Assertions about changes of the rules, for tests of a rule repository: a refactoring changes nothing, a change moves
exactly the projects that it was meant to.

Laws are given as Law, or as text: `shipped`, a folder or a git revision.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lianggao.api import Listed
    from lianggao.audit.impact.expected.reading import Source
    from lianggao.audit.impact.impact import AsOf
    from lianggao.rulebook import Law
    from lianggao.rulebook.models import Trust


def assert_same_law(old: Law | str | os.PathLike[str], new: Law | str | os.PathLike[str]) -> None:
    """Pass where two laws are proved to conclude the same in every world on every date.

    Raises AssertionError with every difference, and with what could not be compared; InputError where a side names no
    law, LawError where its files are wrong.

    >>> assert_same_law("shipped", "shipped")
    """
    from lianggao.audit.diff import diff_laws
    from lianggao.audit.diff.text import diff_text

    __tracebackhide__ = True  # pytest shows the caller's line, not this one
    before, after = _law(old), _law(new)
    found = diff_laws(before, after)
    if not found.same:
        raise AssertionError(diff_text(found, after.vocabulary))


def assert_only_moves(
    old: Law | str | os.PathLike[str],
    new: Law | str | os.PathLike[str],
    listed: Listed,
    expected: Source,
    *,
    as_of: AsOf | tuple[AsOf, AsOf] = None,
    trust: Trust = "recalled",
    sheet: str | None = None,
) -> None:
    """Pass where exactly the announced moves happen on a list: those of a file, or of its plain data.

    The other arguments are those of `impact_of`. Raises AssertionError with one line per difference; InputError where a
    side, the list or the announcement can't be used, LawError where a law's files are wrong.

    >>> from lianggao import Project
    >>> projects = [Project(project_name="熟料线", products="水泥熟料")]
    >>> assert_only_moves("shipped", "shipped", projects, {"moves": []}, as_of="2022-06-30")
    """
    from lianggao.audit.impact import impact_of
    from lianggao.audit.impact.expected import differences, read_moves

    __tracebackhide__ = True  # pytest shows the caller's line, not this one
    impact = impact_of(_law(old), _law(new), listed, as_of=as_of, trust=trust, sheet=sheet)
    found = differences(impact, read_moves(expected, impact))
    if found:
        raise AssertionError("\n".join(one.line() for one in found))


def _law(side: Law | str | os.PathLike[str]) -> Law:
    from lianggao.audit.sides import open_side

    return open_side(os.fspath(side)) if isinstance(side, str | os.PathLike) else side
