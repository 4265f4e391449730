"""`article-number-in-id`: an id that would have to change, or would lie, when the articles of a text are renumbered.

Numbers of articles, clauses, paragraphs, sections and chapters are found in English (`article-3`, `art3`,
`third-clause`), pinyin (`di-san-tiao`, `3-tiao`) and Chinese (`第三条`). A word such as `class-two` or a year is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lianggao.audit.checking.subject import Subject
from lianggao.errors import Fault, fault

_START, _END = r"(?<![a-z0-9])", r"(?![a-z0-9])"
_UNIT = r"(?:sub)?(?:articles?|art|clauses?|paragraphs?|para|sections?|sec|chapters?)"
_ONES = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_ORDINALS = r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\d{1,3}(?:st|nd|rd|th)"
_PINYIN = r"(?:yi|er|san|si|wu|liu|qi|ba|jiu|shi|bai)"
_NUMERAL = "[〇零一二三四五六七八九十百千两0-9]+"

NUMBERS = re.compile(
    "|".join(
        (
            # Four digits are a year: `energy-section-2021` names a text, not its 2021st section.
            rf"{_START}{_UNIT}[-_. ]?(?:\d{{1,3}}[a-z]?|[ivx]+|{_ONES}){_END}",
            rf"{_START}(?:{_ORDINALS})[-_. ]?{_UNIT}{_END}",
            rf"{_START}di[-_]?(?:{_PINYIN}[-_]?)+(?:tiao|kuan|xiang|zhang|jie){_END}",
            rf"{_START}(?:di[-_]?)?\d{{1,3}}[-_]?(?:tiao|kuan|xiang|zhang|jie){_END}",
            rf"{_START}(?:{_PINYIN}-?)+tiao(?=$|/)",
            rf"{_START}tiao[-_]?(?:\d{{1,3}}|{_PINYIN}){_END}",
            rf"第{_NUMERAL}[条款项章节]",
            r"\d+[条款项章节]",
            rf"§\s?{_NUMERAL}",
        )
    ),
    re.IGNORECASE,
)


def number_in(id: str) -> str:
    """Return the number of an article or clause that an id carries, or nothing.

    >>> number_in("some-notice-2021/article-3-exempt"), number_in("henan-catalog-2021/class-two")
    ('article-3', '')
    """
    found = NUMBERS.search(id)
    return found.group() if found else ""


def find_numbers(subject: Subject) -> Iterator[Fault]:
    """Yield a fault at the id of every document, rule and definition that carries such a number."""
    files = subject.files
    ids = [(source.id, at) for source, at in files.sources]
    ids += [(definition.id, at) for definition, at in files.definitions]
    ids += [(rule.id, at) for rule, at in files.rules]
    for id, at in ids:
        # A document's own id stands before each of its rules' and is told once, in its source.
        if number := number_in(id.rpartition("/")[2]):
            yield fault("article-number-in-id", at.place(("id",)), value=id, number=number)
