"""Rows below a header: which are projects, and which are totals, remarks, form lines or titles between projects.

A row is set aside only for words of its own that no project has; a single name with nothing beside it is a project.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from lianggao.intake.layout.heads import Head
from lianggao.intake.layout.page import Page

_TOTAL = re.compile(r"[（(]?(?:总|合|小|共|累|本页)\s*计[)）]?[:：]?")
_COUNT = r"(?:[（(]?\d+(?:个|项)?(?:项目)?[)）]?)?"
_NAMED_TOTAL = re.compile(
    rf".{{0,12}}(?:合\s*计|小\s*计|总\s*计|共\s*计)[:：]?{_COUNT}[:：]?|(?:总数|汇总|平均|合计数)[:：]?|共计?\d+(?:个|项)(?:项目)?"
)
_BLANK_BELOW = re.compile(r"[（(]?以下(?:空白|无正文)[)）]?")
_FORM = re.compile(
    r"(?:填[表报]|制[表单]|审[核批]|复核|(?:填[表报]|制[表单]|审[核批]|复核|单位|分管|项目|主要)?"
    r"(?:人|者|单位|部门|日期|时间|(?:主要)?负责人|(?:分管)?领导|联系人|联系电话|电话|签[字章名]|盖章))"
    r"(?:签[字章名]|[（(][^）)]{0,8}[)）])?\s*[:：].*",
    re.DOTALL,
)
_REMARK = re.compile(
    r"(?:填[表报])?(?:说\s*明|备\s*注|附\s*注|注(?:意(?:事项)?)?|注释)\s*\d*\s*(?:[:：、.．].*)?", re.DOTALL
)
_NUMBERED = re.compile(r"\s*(?:[（(]?\d{1,2}[)）、.．]|[①-⑳]|[（(]?[一二三四五六七八九十]{1,3}[)）、.．])")
_SECTION = re.compile(r"\s*(?:[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.．]).*", re.DOTALL)
_CHINESE = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[)）]?")
_INDEX = re.compile(r"[（(]?(?:\d{1,3}|[甲乙丙丁戊己])[)）]?")
_COUNT_HEADERS = frozenset({"序号", "编号", "序", "号", "no", "no.", "项目序号"})

LOOK_AHEAD = 50
"""Rows below a title in which the numbers of projects are looked for."""


def is_form_line(text: str) -> bool:
    """Return whether a text is a label to be filled in, `填表人：`; what only looks like a sentence is none."""
    return _FORM.fullmatch(text) is not None and not text.startswith((":", "："))


def may_be_total(text: str) -> bool:
    """Return whether one of the first three texts of a total may be written so."""
    return bool(_TOTAL.fullmatch(text) or _NAMED_TOTAL.fullmatch(text))


def may_begin_aside(text: str) -> bool:
    """Return whether a row that is no project, no total and has other texts too may begin so."""
    patterns = (_REMARK, _BLANK_BELOW, _CHINESE)
    return is_form_line(text) or any(pattern.fullmatch(text) for pattern in patterns)


@dataclass
class Sorter:
    """Sorts the rows of one block; it remembers that remarks have begun."""

    page: Page
    head: Head
    remarks: bool = False
    lines: list[dict[int, str]] = field(init=False)

    def __post_init__(self) -> None:
        """Keep what the lines of the header say, as a long page goes by."""
        above = range(self.head.top, self.head.bottom + 1)
        self.lines = [{at: self.page.text(line, at) for at in self.page.filled(line)} for line in above]

    def why_aside(self, row: int) -> str:
        """Return why a row is no project, or nothing."""
        page, filled = self.page, self.page.filled(row)
        if not filled or row in page.grid.torn or page.grid.records:
            return ""
        first = page.text(row, filled[0])
        if row == self.head.bottom + 1 and self._numbers_columns(row, filled):
            return "column_numbers"
        if self._repeats_head(row, filled):
            return "header_again"
        if self._is_total(row, filled):
            return "total"
        if is_form_line(first) and not self._named(row):
            return "form"
        if all(_BLANK_BELOW.fullmatch(page.text(row, at)) for at in filled):
            return "remark"
        if _REMARK.fullmatch(first) and not self._named(row):
            self.remarks = True
            return "remark"
        if self._is_numbered_title(row, filled):
            return "section"
        alone = self._alone(row, filled)
        if alone and self.remarks and (filled[0] != self.name_column or _NUMBERED.match(first)):
            return "remark"
        if alone and self.counts(filled[0]):
            return "number_only" if _INDEX.fullmatch(first) else "section"
        return "section" if alone and self._is_section(row, filled[0]) else ""

    def _numbers_columns(self, row: int, filled: list[int]) -> bool:
        """Return whether a row only numbers the columns: 甲 乙 1 2 3."""
        texts = [self.page.text(row, at) for at in filled]
        if len(texts) < 3 or not all(map(_INDEX.fullmatch, texts)):
            return False
        numbers = [int(text.strip("（()）")) for text in texts if text.strip("（()）").isdigit()]
        return len(numbers) >= 2 and all(b == a + 1 for a, b in pairwise(numbers))

    def _repeats_head(self, row: int, filled: list[int]) -> bool:
        if len(filled) < 2:
            return False
        return any(all(self.page.text(row, at) == line.get(at) for at in filled) for line in self.lines)

    def _is_total(self, row: int, filled: list[int]) -> bool:
        texts = [self.page.text(row, at) for at in filled[:3]]
        if any(map(_TOTAL.fullmatch, texts)):
            return True
        return any(map(_NAMED_TOTAL.fullmatch, texts[:2])) and not self._named(row)

    def _named(self, row: int) -> bool:
        """Return whether a project's name stands in its own column, beside what else the row says."""
        at = self.name_column
        if at is None or at == self.page.filled(row)[0]:
            return False
        text = self.page.text(row, at)
        return bool(text) and not is_form_line(text) and not _NAMED_TOTAL.fullmatch(text)

    def _alone(self, row: int, filled: list[int]) -> bool:
        merge = self.page.merge_at(row, filled[0])
        return len(filled) == 1 or (merge is not None and all(at <= merge.right for at in filled))

    def _is_section(self, row: int, column: int) -> bool:
        """Return whether a lone text is a title between projects: it spans columns, or is numbered as titles are."""
        merge = self.page.merge_at(row, column)
        if merge and merge.right - merge.left >= 1 and len(self.head.names) > 1:
            return True
        return column != self.name_column and bool(_SECTION.fullmatch(self.page.text(row, column)))

    def _is_numbered_title(self, row: int, filled: list[int]) -> bool:
        """Return whether 一, 二 … stands under 序号 where projects are counted 1, 2 …: `一,新建项目`."""
        if not self.counts(filled[0]) or not _CHINESE.fullmatch(self.page.text(row, filled[0])):
            return False
        return self.page.grid.has_digits(filled[0], self.head.bottom + 1, row + LOOK_AHEAD)

    def counts(self, column: int) -> bool:
        """Return whether a column numbers the projects."""
        return self.head.names.get(column, "").strip().casefold() in _COUNT_HEADERS

    @property
    def name_column(self) -> int | None:
        """Return the column of the names of projects."""
        if "name" not in self.__dict__:
            found = (at for at, name in self.head.names.items() if self.page.reads(name).field == "project_name")
            self.__dict__["name"] = next(found, None)
        at: int | None = self.__dict__["name"]
        return at
