"""The table that `columns` prints for a person, one per header block; contacts among the sample cells are hidden."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from io import StringIO

from rich.console import Console
from rich.table import Table

from lianggao.intake.columns.described import Described, DescribedBlock
from lianggao.intake.columns.use import RULES
from lianggao.quantities.text import clip
from lianggao.reports.masking import CONTACT_HEADERS, HIDDEN, mask_text
from lianggao.vocabulary import Vocabulary

WIDTH = 120
"""Signs, where nothing says how wide the terminal is; a narrower terminal is not filled."""
NARROWEST = 100
SAMPLE = 16

_HEADINGS = {
    "zh": ("位置", "表头", "读作", "单位、口径", "依据", "说明", "有内容", "例"),
    "en": ("place", "header", "read as", "unit, basis", "rule", "why", "filled", "examples"),
}
_BASES = {"zh": {"equivalent": "等价值", "calorific": "当量值", "unstated": "口径未注明"}}
_TITLE = {
    "zh": "表头在第{top}行，项目 {projects} 个",
    "en": "header in row {top}, {projects} projects",
}
_MAYBE = {"zh": "是否为：{labels}", "en": "did you mean: {labels}"}


def tables(blocks: Sequence[DescribedBlock], vocabulary: Vocabulary, lang: str) -> str:
    """Return the tables of all header blocks."""
    text = StringIO()
    at_terminal = sys.stdout.isatty()
    width = max(Console().width, NARROWEST) if at_terminal else WIDTH
    console = Console(file=text, width=width, highlight=False, force_terminal=at_terminal)
    for described in blocks:
        console.print(_table(described, vocabulary, lang))
    return text.getvalue()


def samples(column: Described) -> list[str]:
    """Return the sample cells of a column as they may be shown."""
    if column.use.kind == "contact" or CONTACT_HEADERS.search(column.use.header):
        return [HIDDEN for _ in column.samples[:1]]
    return [mask_text(text) for text in column.samples]


def _table(described: DescribedBlock, vocabulary: Vocabulary, lang: str) -> Table:
    from rich.text import Text

    block = described.block
    title = _TITLE[lang].format(top=block.top, projects=block.stop - block.first)
    table = Table(title=title, title_justify="left", expand=True)
    for heading, ratio in zip(_HEADINGS[lang], (None, 5, 5, 3, 3, 7, None, 5), strict=True):
        table.add_column(
            heading, ratio=ratio, overflow="fold", justify="right" if heading in ("有内容", "filled") else "left"
        )
    for column in described.columns:
        table.add_row(*map(Text, _row(column, vocabulary, lang)), style="" if column.use.field else "dim")
    return table


def _row(column: Described, vocabulary: Vocabulary, lang: str) -> tuple[str, ...]:
    use = column.use
    known = vocabulary[use.field] if use.field else None
    bases = _BASES.get(lang, {})
    basis = bases.get(use.basis, use.basis) if known and known.scale == "energy" else ""
    why = [use.why] if use.why else []
    if use.suggestions:
        labels = "、".join(use.suggestions) if lang == "zh" else ", ".join(use.suggestions)
        why.append(_MAYBE[lang].format(labels=labels))
    return (
        column.place,
        use.header,
        f"{known.label}\n{known.name}" if known else "—",
        "\n".join(filter(None, (use.unit, basis))),
        RULES[use.rule] if lang == "zh" else use.rule,
        "\n".join(why),
        str(column.filled),
        "\n".join(clip(text, SAMPLE) for text in samples(column)),
    )
