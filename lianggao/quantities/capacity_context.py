"""What the words around a figure say: whether it is a capacity at all, its period and count, and what is made.

Only the clause that the figure stands in is looked at, and of that a bounded stretch on either side.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lianggao.quantities.capacity_figures import SMALL, Figure
from lianggao.quantities.capacity_words import (
    ADDED,
    ALONE,
    EQUIPMENT,
    GROWTH,
    NAME_ENDS,
    NAMED,
    ONLY_WITH_VERB,
    PERIODS,
    REMOVED,
    TOTAL,
    USED,
)
from lianggao.quantities.numerals import read_number

WINDOW = 24
_CJK = "[\u4e00-\u9fff]"
_STOP = re.compile("[,。;、()\n]")
_LINK = "(?:由|从|为|达到|达|合计|共计|共|各类|[:])*"
_VERB = re.compile(
    rf"(?:(?P<of>[年日月]|小时|时)(?:新增)?(?:产能|产(?![生值])|处理|加工|生产|处置)(?:能力)?{_LINK}(?P<name>{_CJK}{{0,12}})"
    rf"|(?:生产能力|生产规模|设计产能|产能|建设规模|规模|装机(?:总?容量)?){_LINK})$"
)
_SUM = re.compile("合计|共计|共|总")
_COUNT_BEFORE = re.compile(rf"({SMALL})[条座台套组]$")
_COUNT_BEHIND = re.compile(rf"^{_CJK}{{0,12}}?({SMALL})[条座](?!{_CJK})")
_FROM = re.compile("(?:由|从)(?:现有|原有|原)?的?(?:年?产能|年产)?$")
_BETWEEN = re.compile(rf"^{_CJK}{{0,6}}?(?:{GROWTH})(?:到|至|为)$")
_FROM_TO = re.compile(rf"^{_CJK}{{0,6}}?(?:{GROWTH})?(?:到|至|为)$")
_ADDED = re.compile(f"(?:{ADDED})(?:产能|年产|生产能力|规模)?(?:为)?$")
_ADDED_BEHIND = re.compile(r"^\(新增\)")
_TOTAL = re.compile(f"(?:{TOTAL}|(?:{GROWTH})(?:到|至|为))(?:年?产能|年产|为|到|至)?$")
_EQUIPMENT = re.compile(rf"^(?:级|的)?{_CJK}{{0,6}}?(?:{EQUIPMENT}|生产线)")
_NO_NAME = re.compile(f"^(?:{GROWTH}|到|至|左右|以上|以下|及|和|与|等|的$)")
_NAME = re.compile(r"^(?:的|级)?([a-zA-Z\u4e00-\u9fff]{1,20})")
_RUN = re.compile(f"{_CJK}*$")
_ENDS = re.compile(f"(?:{NAME_ENDS}|(?:{SMALL})[条座台套](?!{_CJK})).*$")
_LEADS = re.compile(
    rf"^.*(?:(?:{GROWTH})(?:到|至|为)|建设|新建|扩建|生产|规模|产能|能力|项目|其中|由|从|为|已|投产|{ADDED}|{TOTAL}|总$)"
)


@dataclass(frozen=True, slots=True)
class Context:
    """The words of the clause before a figure and behind it.

    `core` is `before` without the words that blur, `verb` finds words such as 年产 in it, and `after` goes beyond the
    clause.
    """

    before: str
    behind: str
    core: str
    verb: re.Match[str] | None
    after: str

    @property
    def start(self) -> int:
        """Return how many characters before the figure belong to it: its verb and its count."""
        kept = self.core[: self.verb.start()] if self.verb else self.core
        count = _COUNT_BEFORE.search(kept)
        return len(self.before) - (count.start() if count else len(kept))

    @property
    def per(self) -> str:
        """Return the period that the verb names."""
        return PERIODS[self.verb["of"]] if self.verb and self.verb["of"] else ""

    @property
    def count(self) -> int:
        """Return how many of it there are: `2座1260立方米高炉`, `5000t/d熟料线两条`; 1 where it says 共."""
        kept = self.core[: self.verb.start()] if self.verb else self.core
        found = _COUNT_BEFORE.search(kept) or _COUNT_BEHIND.match(self.behind)
        number = read_number(found[1]) if found else None
        return int(number.value) if number and number.value and not (self.verb and _SUM.search(self.verb[0])) else 1

    @property
    def change(self) -> str:
        """Return `added` or `total` where the words beside the figure say so."""
        if _ADDED.search(self.core) or _ADDED_BEHIND.match(self.after):
            return "added"
        return "total" if _TOTAL.search(self.core) else ""

    @property
    def starts_change(self) -> bool:
        """Return whether it is the first figure of `由…扩大到…`."""
        return bool(_FROM.search(self.core))

    @property
    def what(self) -> str:
        """Return the product or equipment named right behind the figure, or else right before it."""
        name = "" if _NO_NAME.match(self.behind) else _NAME.match(self.behind)
        if name and (found := _ENDS.sub("", name[1]).removesuffix("线")):
            return found
        if self.verb and self.verb["name"]:
            return self.verb["name"].removesuffix("能力")
        kept = _COUNT_BEFORE.sub("", self.core[: self.verb.start()] if self.verb else self.core)
        run = _RUN.search(kept)
        return _LEADS.sub("", run[0]) if run else ""


def context_of(text: str, figure: Figure, since: int) -> Context:
    """Return the words around a figure; those before it reach back to `since`, the end of the figure before."""
    before = _STOP.split(text[max(since, figure.start - WINDOW) : figure.start])[-1]
    after = text[figure.end : figure.end + WINDOW]
    behind = _STOP.split(after, maxsplit=1)[0]
    core = before[: max(0, len(before) - (figure.start - figure.blurred))]
    return Context(before, behind, core, _VERB.search(core), after)


def is_capacity(figure: Figure, context: Context) -> bool:
    """Return whether a figure is certainly a capacity or size."""
    if re.search(REMOVED, context.core):
        return False
    if context.verb:
        return not re.search(USED, context.verb["name"] or "")
    if re.search(USED, context.core) or figure.unit in ONLY_WITH_VERB or context.behind.startswith("变压器"):
        return False
    equipment = not figure.is_count and _EQUIPMENT.match(context.behind)
    if figure.per or figure.unit in ALONE or equipment:
        return True
    if figure.unit not in NAMED:
        return False
    return bool(figure.times > 1 or context.change or context.starts_change) or _is_named(context)


def leads_to(first: Context, between: str) -> bool:
    """Return whether the words between two figures say that the first becomes the second."""
    return bool(_FROM_TO.match(between) if first.starts_change else _BETWEEN.match(between))


def _is_named(context: Context) -> bool:
    """Return whether the clause is a name and a figure and nothing else: `电池级碳酸锂6000吨`."""
    name = r"[a-zA-Z\u4e00-\u9fff]{0,16}"
    return bool(re.fullmatch(name, context.core) and re.fullmatch(name, context.behind))
