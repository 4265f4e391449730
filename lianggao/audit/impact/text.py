"""An impact as text for a reader: the sides, then per gate a matrix and the projects behind each of its cells.

What concerns a project as a whole (reviews, other gates' missing facts) is told where the project is first shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from lianggao.audit.impact.model import Cell, GateMoves, Impact, MovedProject, Side
from lianggao.audit.impact.project_text import ProjectText
from lianggao.audit.impact.words import WORDS, named
from lianggao.reports.masking import mask_text


def impact_text(impact: Impact, lang: str = "zh", limit: int = 20, *, keep_contacts: bool = False) -> str:
    """Return the impact in Chinese, or in English with the keys of gates and outcomes.

    At most `limit` projects are shown per cell; contacts in names and sentences are hidden unless they are to be kept.
    """
    text = "\n".join(_Text(impact, lang, limit).lines()) + "\n"
    return text if keep_contacts else mask_text(text)


class _Text:
    """Writes one impact, keeping count of the projects already told."""

    def __init__(self, impact: Impact, lang: str, limit: int) -> None:
        self._impact, self._lang, self._limit = impact, lang, limit
        self._words, self._told = WORDS[lang], set[int]()

    def lines(self) -> Iterator[str]:
        """Yield every line."""
        impact, words = self._impact, self._words
        yield words["old"].format(side=self._side(impact.old))
        yield words["new"].format(side=self._side(impact.new))
        if not impact.moved:
            yield from ("", words["nothing"].format(rows=impact.rows))
            return
        yield words["count"].format(rows=impact.rows, moved=len(impact.moved))
        for gate in impact.gates:
            if gate.rows:
                yield from self._gate(gate)
        if impact.elsewhere:
            yield from ("", words["elsewhere"].format(n=len(impact.elsewhere)))
            yield from self._projects(impact.elsewhere, None)

    def _side(self, side: Side) -> str:
        return self._words["dated"].format(name=side.name, as_of=side.as_of) if side.as_of else side.name

    def _gate(self, gate: GateMoves) -> Iterator[str]:
        title = named(gate.gate, gate.title) if self._lang == "zh" else gate.gate
        yield from ("", self._words["gate"].format(title=title, n=len(gate.rows)))
        yield from (f"  {line}" for line in in_columns(self._matrix(gate)))
        for cell in gate.cells:
            if cell.rows:
                yield from self._cell(cell, gate)

    def _matrix(self, gate: GateMoves) -> list[list[str]]:
        """Return the counts under the new outcomes; outcomes that no project has on a side are left out."""
        old = [name for name in gate.outcomes if any(cell.old == name for cell in gate.cells)]
        new = [name for name in gate.outcomes if any(cell.new == name for cell in gate.cells)]
        counts = {(cell.old, cell.new): str(cell.projects) for cell in gate.cells}
        head = [self._words["corner"], *(self._label(name, gate) for name in new)]
        return [head, *([self._label(one, gate), *(counts.get((one, other), "0") for other in new)] for one in old)]

    def _cell(self, cell: Cell, gate: GateMoves) -> Iterator[str]:
        old, new = (self._label(name, gate) for name in (cell.old, cell.new))
        yield from ("", f"  {self._words['cell'].format(old=old, new=new, n=len(cell.rows))}")
        yield from self._projects(cell.rows, gate.gate)

    def _label(self, outcome: str, gate: GateMoves) -> str:
        return gate.labels.get(outcome, outcome) if self._lang == "zh" else outcome

    def _projects(self, rows: Sequence[int], gate: str | None) -> Iterator[str]:
        for row in rows[: self._limit]:
            yield from (f"    {line}" for line in self._project(self._impact.project(row), gate))
        if len(rows) > self._limit:
            yield f"    {self._words['left_out'].format(n=len(rows) - self._limit)}"

    def _project(self, project: MovedProject, gate: str | None) -> Iterator[str]:
        first = project.row not in self._told
        self._told.add(project.row)
        return ProjectText(project, self._lang).lines(gate, whole=first)


def in_columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return the rows as lines whose numbers stand below each other, Chinese signs counted double.

    >>> print("\\n".join(in_columns([["", "第一类"], ["第二类", "12"]])))
            第一类
    第二类      12
    """
    widths = [max(cell_len(row[at]) for row in rows) for at in range(len(rows[0]))]
    lines = []
    for row in rows:
        space = [" " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True)]
        rest = (before + cell for cell, before in zip(row[1:], space[1:], strict=True))
        lines.append("  ".join([row[0] + space[0], *rest]))
    return lines
