"""Read a header whose name alone is that of several fields: `单位产品综合能耗（kgce/t）`, `设计年产量（万重箱）`.

The words and the unit in its brackets must tell one of them, and every other word must be understood.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lianggao.intake.brackets import Bracketed
from lianggao.intake.columns.names import Found, without_unit
from lianggao.intake.columns.qualifiers import Stated, UnclearError, settle
from lianggao.intake.columns.use import MEANING, ColumnUse
from lianggao.intake.columns.written import Part
from lianggao.intake.spellings import Headers, Spelling
from lianggao.vocabulary import Vocabulary


def told_in_brackets(
    header: str, above: Iterable[str], parts: Sequence[Part], vocabulary: Vocabulary, headers: Headers
) -> ColumnUse | None:
    """Return the use of a header of these rows; None where no field or more than one fits.

    `above` are the words in the brackets of section titles over it.
    """
    base, words = "".join(part.base for part in parts), [word for part in parts for word in part.words]
    for name, unit in ((base, ""), *without_unit(base)):
        said = [unit, *words] if unit else words
        fits = list(_fitting(header, headers.bracketed.get(name, ()), above, said, vocabulary))
        if len({use.field for use in fits}) == 1:
            return fits[0]
    return None


def _fitting(
    header: str, several: Sequence[Bracketed], above: Iterable[str], words: Sequence[str], vocabulary: Vocabulary
) -> Iterator[ColumnUse]:
    for one in several:
        if one.field in MEANING or not one.words <= set(words):
            continue
        stated = Stated(vocabulary[one.field])
        try:
            stated.say_all([word for word in words if word not in one.words])
            stated.say_above(above)
            if stated.units or not one.by_unit:
                yield settle(header, Found(Spelling(one.field)), stated, vocabulary, "qualified")
        except UnclearError:
            continue
