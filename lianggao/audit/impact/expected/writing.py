"""Write what moves as a file that announces it, for a person to review and for later runs to be held to."""

from __future__ import annotations

from collections.abc import Iterator

from lianggao.audit.impact.compare import Change
from lianggao.audit.impact.expected.models import written
from lianggao.audit.impact.expected.names import Names
from lianggao.audit.impact.model import Impact

HEAD = """\
# 规则改动后清单中应有的变动，供复核；没有写到的项目、关口和部门不得变动。
# 旧：{old}
# 新：{new}
# 清单 {rows} 个项目，其中 {moved} 个在关口或部门上有变动。用 lianggao rules impact … --expect 核对。
"""


def written_moves(impact: Impact, *, keep_contacts: bool = False) -> str:
    """Return the text of a file that announces exactly what moves.

    A project goes by its name where no other has the same, else by its row too. Names are given without the contacts
    in them unless they are to be kept.
    """
    changes, names = impact.compared.changes(), Names.of(impact)
    old, new = (f"{side.name}{f' {side.as_of}' if side.as_of else ''}" for side in (impact.old, impact.new))
    head = HEAD.format(old=" ".join(old.split()), new=" ".join(new.split()), rows=impact.rows, moved=len(changes))
    if not changes:
        return f"{head}moves: []\n"
    lines = ["moves:"]
    for row, (gates, departments) in changes.items():
        name = names.names[row - 1] if keep_contacts else names.masked[row - 1]
        entry = [*_who(row, name, names), *_changes("gates", gates), *_changes("departments", departments)]
        lines += [("  - " if at == 0 else "    ") + line for at, line in enumerate(entry)]
    return head + "\n".join(lines) + "\n"


def _who(row: int, name: str, names: Names) -> Iterator[str]:
    if name:
        yield f"project: {quoted(name)}"
    if len(names.rows_of(name)) != 1:
        yield f"row: {row}"


def _changes(key: str, changes: dict[str, Change]) -> Iterator[str]:
    if changes:
        yield f"{key}:"
        yield from (f"  {name}: {written(change)}" for name, change in changes.items())


def quoted(text: str) -> str:
    r"""Return a text in double quotes, as YAML reads it back.

    >>> print(quoted('年产"三万吨"\n项目'))
    "年产\"三万吨\"\n项目"
    """
    return f'"{"".join(_escaped(sign) for sign in text)}"'


def _escaped(sign: str) -> str:
    if sign in '"\\':
        return f"\\{sign}"
    if sign == "\n":
        return "\\n"
    if sign.isprintable():
        return sign
    return f"\\u{ord(sign):04x}" if ord(sign) < 2**16 else f"\\U{ord(sign):08x}"
