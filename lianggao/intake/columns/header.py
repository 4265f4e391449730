"""Decide what one header gives: as it stands in the tables, or a known name in which every other word is understood.

In a header of several rows the name may be spread over them, or stand below a title that says nothing of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from lianggao.intake.columns.bracketed import told_in_brackets
from lianggao.intake.columns.corner import with_corner
from lianggao.intake.columns.names import SIGNS, find_name, texts_without_unit
from lianggao.intake.columns.qualifiers import Stated, UnclearError, settle, use_of
from lianggao.intake.columns.suggest import looks_like_energy
from lianggao.intake.columns.use import ColumnUse
from lianggao.intake.columns.written import BETWEEN, LONGEST, Part, is_headless, parts_of
from lianggao.intake.spellings import Headers, Silent, normal
from lianggao.vocabulary import Vocabulary

UNKNOWN = "不是已知的表头"
ENERGY_UNKNOWN = "不是已知的表头；能耗列不作猜测，请写作“年综合能源消费量（等价值，吨标准煤）”这样的表头"
NO_HEADER = "该列没有表头"
_JOINT = "|"
"""`JOINT` in normal form."""
_SECTION = re.compile(".{2,8}(?:情况|信息|概况|指标|数据)")
_WHOSE = re.compile("单位|企业|公司|人员|联系|部门|机构|施工|设计|监理|招商")
_MOST = 8
"""Pieces in which a name is looked for."""

Pieces = Sequence[tuple[str, int]]
"""Texts outside brackets, with the row of the header in which each stands."""


def read_header(header: str, vocabulary: Vocabulary, headers: Headers, *, corner: Sequence[str] = ()) -> ColumnUse:
    """Decide what one header gives.

    Its rows are joined by `｜`. `corner` are lines above it such as `单位：万元`, which count for a quantity whose
    header states no unit.
    """
    return with_corner(_read(header, vocabulary, headers), corner, vocabulary)


def _read(header: str, vocabulary: Vocabulary, headers: Headers) -> ColumnUse:
    text = normal(header)
    if is_headless(text):
        return ColumnUse(header, why=NO_HEADER)
    if len(header) > LONGEST or len(text) > LONGEST:
        return ColumnUse(header, why=UNKNOWN)
    parts = [_closed(part, headers) for part in parts_of(header)]
    whole = _JOINT.join(part.text for part in parts)
    for form in (text, whole):
        if spelling := headers.spellings.get(form):
            return use_of(header, spelling, vocabulary)
    if use := _told_in_brackets(header, parts, vocabulary, headers):
        return use
    bases = [part.base for part in parts]
    if silent := _silent((text, whole, _JOINT.join(bases), "".join(bases)), headers):
        return _nothing(header, silent)
    return _understood(header, parts, vocabulary, headers)


def _told_in_brackets(header: str, parts: Sequence[Part], vocabulary: Vocabulary, headers: Headers) -> ColumnUse | None:
    """Look for a name that several fields have, of which the words or the unit in brackets tell one."""
    for skip in range(len(parts)):
        if skip and not _is_section(parts[skip - 1].base, headers):
            return None
        above = [word for part in parts[:skip] for word in part.words]
        if use := told_in_brackets(header, above, parts[skip:], vocabulary, headers):
            return use
    return None


def _understood(header: str, parts: Sequence[Part], vocabulary: Vocabulary, headers: Headers) -> ColumnUse:
    """Decide for a header that does not stand in the tables as it is."""
    use, why, whole = _search(header, parts, vocabulary, headers)
    if use:
        return use
    if not whole and (silent := _silent((form for part in parts for form in (part.text, part.base)), headers)):
        return _nothing(header, silent)
    if why:
        return ColumnUse(header, why=why, rule="unclear")
    return ColumnUse(header, why=ENERGY_UNKNOWN if looks_like_energy(header) else UNKNOWN)


def _search(
    header: str, parts: Sequence[Part], vocabulary: Vocabulary, headers: Headers
) -> tuple[ColumnUse | None, str, bool]:
    """Look for a name, in as much of the header as possible first, with everything else understood.

    Return what the column gives; else why the first name found is not used, below a title if there is one, and whether
    it is all of the header.
    """
    rule, why, whole, told = "parent" if len(parts) > 1 else "qualified", "", False, -1
    for skip in range(len(parts)):
        if skip and not _is_section(parts[skip - 1].base, headers):
            break
        above = [word for part in parts[:skip] for word in part.words]
        words = [word for part in parts[skip:] for word in part.words]
        pieces = [(text, row) for row, part in enumerate(parts[skip:]) for text in part.outside]
        for start, stop in _spans(len(pieces)):
            forms = _forms(pieces[start:stop])
            found = next(filter(None, (find_name(form, vocabulary, headers) for form in forms)), None)
            if not found:
                continue
            stated = Stated(vocabulary[found.spelling.field])
            try:
                stated.say_all((*_texts(pieces[:start]), *_texts(pieces[stop:]), *words))
                stated.say_above(above)
                return settle(header, found, stated, vocabulary, rule), "", True
            except UnclearError as error:
                if told < skip:
                    why, whole, told = str(error), stop - start == len(pieces), skip
    return None, why, whole


def _spans(pieces: int) -> Iterator[tuple[int, int]]:
    """Yield the runs of pieces, the longest and leftmost first."""
    if pieces <= _MOST:
        for length in range(pieces, 0, -1):
            for start in range(pieces - length + 1):
                yield start, start + length


def _forms(pieces: Pieces) -> tuple[str, ...]:
    """Return pieces as one name, first with the rows kept apart as the tables do."""
    rows = ["".join(text for text, _ in row) for _, row in groupby(pieces, key=lambda piece: piece[1])]
    return tuple(dict.fromkeys((_JOINT.join(rows), "".join(rows))))


def _texts(pieces: Pieces) -> Iterator[str]:
    for text, _ in pieces:
        yield from filter(None, (word.strip(SIGNS) for word in BETWEEN.split(text)))


def _silent(forms: Iterable[str], headers: Headers) -> Silent | None:
    """Return the known header that gives nothing which one of the texts is, a unit behind it left out."""
    texts = (text for form in forms for text in texts_without_unit(form))
    return next((headers.nothing[text] for text in texts if text in headers.nothing), None)


def _nothing(header: str, silent: Silent) -> ColumnUse:
    return ColumnUse(header, why=silent.why, rule="known", kind=silent.kind)


def _closed(part: Part, headers: Headers) -> Part:
    """Keep the brackets of a row that is a known header with them, `县（市、区）`."""
    return Part(part.text, (part.text,), ()) if part.words and part.text in headers.spellings else part


def _is_section(title: str, headers: Headers) -> bool:
    """Return whether a text over several columns says nothing of what they hold: 项目情况, 能源信息.

    One that names somebody, such as 施工单位情况, says whose the columns are.
    """
    return title in headers.sections or bool(_SECTION.fullmatch(title) and not _WHOSE.search(title))
