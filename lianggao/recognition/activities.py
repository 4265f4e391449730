"""Read what a project is: the activities that its code, product, process, content and name leave possible.

Code and product decide, the process narrows, and prose and name only add. What nothing speaks against stays possible.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lianggao.recognition.codes import CodeReading, Codes
from lianggao.recognition.kin import Kin
from lianggao.recognition.names import without_firms
from lianggao.recognition.normal import normal
from lianggao.recognition.remarks import Remark
from lianggao.recognition.terms import Column, Mention, Mentions, Terms

if TYPE_CHECKING:
    from lianggao.rulebook.catalogs import Catalogs

Set = frozenset[str]

# The texts that say what a project as a whole is.
ASKED = (Column.INDUSTRY, Column.NAME)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The cells of one project that may say what it is, as written."""

    code: str = ""
    edition: str = ""
    industry_text: str = ""
    products: str = ""
    process: str = ""
    content: str = ""
    name: str = ""
    owner: str = ""


@dataclass(frozen=True, slots=True)
class ActivityReading:
    """The activities still possible, what a person should know about it, and the words it rests on."""

    activities: Set
    remarks: tuple[Remark, ...] = ()
    evidence: tuple[str, ...] = ()

    @property
    def notes(self) -> tuple[str, ...]:
        """Return the remarks as sentences."""
        return tuple(remark.text for remark in self.remarks)


class Activities:
    """The reader, compiled once from the catalogs `activities`, `industry-codes` and `terms`."""

    def __init__(self, catalogs: Catalogs) -> None:
        self._codes = Codes(catalogs.rows("industry-codes/codes"), catalogs.rows("industry-codes/divisions"))
        self._terms = Terms(catalogs.rows("terms/terms"))
        activities, together = catalogs.rows("activities/activities"), catalogs.rows("terms/together")
        self._kin = Kin(activities, together, self._terms.qualified)
        self.domain, self.words = self._kin.domain, self._terms.words

    def read(self, evidence: Evidence) -> ActivityReading:
        """Return what the cells of one project leave possible; blank cells rule nothing out."""
        owner = normal(evidence.owner)
        code, industry = self.code(evidence.code, evidence.edition, evidence.industry_text)
        texts = {
            Column.PRODUCTS: normal(evidence.products),
            Column.PROCESS: normal(evidence.process),
            Column.CONTENT: without_firms(normal(evidence.content), owner),
            Column.NAME: without_firms(normal(evidence.name), owner),
        }
        said = {column: self.said(text, column) for column, text in texts.items()}
        return self.decide(code, said | {Column.INDUSTRY: industry})

    def code(self, code: str, edition: str, industry_text: str) -> tuple[CodeReading, Mentions]:
        """Return what the code column and the industry column mean, and what the latter says where it is no class."""
        read = self._codes.read(*(normal(cell, between=" ") for cell in (code, edition, industry_text)))
        return read, Mentions() if read.names else self.said(normal(industry_text), Column.INDUSTRY)

    def said(self, text: str, column: Column) -> Mentions:
        """Return what a text in the normal form says of products and processes."""
        return self._terms.find(text, column) if text else Mentions()

    def decide(self, code: CodeReading, said: Mapping[Column, Mentions]) -> ActivityReading:
        """Return what the code and the texts of one project leave possible."""
        texts = {column: said[column] for column in Column}
        words = tuple(
            f"{column.value}“{mention.word}”"
            for column, mentions in texts.items()
            for mention in (*mentions.products, *(mentions.qualifiers if column is not Column.NAME else ()))
        )
        stated = texts.pop(Column.PRODUCTS)
        if code.activities or stated.products:
            activities, remarks = self._firm(code, stated, texts)
        else:
            activities, remarks = self._guess(texts)
        return ActivityReading(activities, (*code.remarks, *remarks), tuple(dict.fromkeys(code.evidence + words)))

    def _firm(self, code: CodeReading, stated: Mentions, said: dict[Column, Mentions]) -> tuple[Set, list[Remark]]:
        """Decide by code and product, narrow by process, and add what the other texts name beyond that."""
        remarks: list[Remark] = []
        fits = code.activities or self._kin.all
        told_by = [stated, *(said[column] for column in (Column.PROCESS, Column.CONTENT) if column in said)]
        kept = frozenset[str]().union(*(q.activities for mentions in told_by for q in mentions.qualifiers))
        claims = [self._kin.narrow(m.activities & fits or m.activities, kept) for m in stated.products]
        by_code = self._kin.narrow(fits, kept)
        settled = self._kin.settle(self._without_extras(claims, code.activities) or [by_code])
        if stated.products and not any(mention.activities & fits for mention in stated.products):
            settled |= by_code
            what = "、".join(dict.fromkeys(mention.word for mention in stated.products))
            why = f"产品“{what}”与{'、'.join(code.evidence)}不一致，两者均计入"
            remarks.append(Remark(_conflict(code), "products", why))
        elif len(set(claims)) > 1 and len(settled) > 1:
            why = f"产品栏写明多种产品，均计入：{self._kin.labels(settled)}"
            remarks.append(Remark("activity-several", "products", why))
        every = [mention for mentions in (stated, *said.values()) for mention in mentions.products]
        doubted = bool(code.activities) and not any(mention.activities & fits for mention in every)
        if doubted and not stated.products:
            settled = self._against(settled, code, said, remarks)
        return self._adding(settled, kept, code if doubted else CodeReading(), said, remarks), remarks

    def _against(self, by_code: Set, code: CodeReading, said: dict[Column, Mentions], remarks: list[Remark]) -> Set:
        """Keep open that a project is outside the eight industries where a text says so and none agrees with the code.

        Only the industry and the name are asked: prose names much that is merely built along.
        """
        against = {c: [m for m in said[c].products if not m.activities & self._kin.eight] for c in ASKED if c in said}
        if not by_code & self._kin.eight or not any(against.values()):
            return by_code
        for column, mentions in against.items():
            if mentions:
                what = "、".join(dict.fromkeys(mention.word for mention in mentions))
                why = f"{column.value}“{what}”与{'、'.join(code.evidence)}不一致，两者均计入"
                remarks.append(Remark(_conflict(code), "activity", why))
        return by_code.union(*(mention.activities for mentions in against.values() for mention in mentions))

    def _without_extras(self, claims: list[Set], by_code: Set | None) -> list[Set]:
        """Leave out products outside the eight industries that are made beside one inside: 水泥熟料、余热发电.

        They take nothing out of a catalog; the code may still say that one of them is what the project is.
        """
        if not any(claim <= self._kin.eight for claim in claims):
            return claims
        return [claim for claim in claims if claim & self._kin.eight or (by_code and claim <= by_code)]

    def _adding(
        self, settled: Set, kept: Set, doubted: CodeReading, said: dict[Column, Mentions], remarks: list[Remark]
    ) -> Set:
        """Add what the texts name of the eight industries; `doubted` is the code where none of them agrees with it."""
        added = settled
        outside = not settled & self._kin.eight
        for column, mentions in said.items():
            new = [m for m in mentions.products if self._is_new(m, settled)]
            if new:
                added = added.union(*(self._kin.narrow(m.activities & self._kin.eight, kept) for m in new))
                what = "、".join(dict.fromkeys(mention.word for mention in new))
                why = (
                    f"{column.value}提到“{what}”，{'、'.join(doubted.evidence) or '行业代码和产品'}未包括，作为可能计入"
                )
                kind = _conflict(doubted) if outside or doubted.evidence else "activity-added"
                remarks.append(Remark(kind, "activity", why))
        return added

    def _is_new(self, mention: Mention, settled: Set) -> bool:
        """Return whether a word names something of the eight industries that the firm set does not hold."""
        if mention.activities & settled or not mention.activities & self._kin.eight:
            return False
        return not all(self._kin.comes_with(mention.activities, activity) for activity in settled)

    def _guess(self, said: dict[Column, Mentions]) -> tuple[Set, list[Remark]]:
        """Guess from prose and name: never one activity, never firmly outside the eight industries."""
        products = [mention for mentions in said.values() for mention in mentions.products]
        if not products:
            why = "行业代码、产品、工艺、建设内容和名称均未能说明产品工艺，任何一种均有可能"
            return self._kin.all, [Remark("activity-unknown", "activity", why)]
        what = "、".join(dict.fromkeys(mention.word for mention in products))
        where = "、".join(column.value for column, mentions in said.items() if mentions.products)
        why = f"没有行业代码和产品，仅凭{where}中的“{what}”推测，不作确定判断"
        matched = frozenset[str]().union(*(mention.activities for mention in products))
        if not (inside := matched & self._kin.eight):
            return self._kin.all, [Remark("activity-name-only", "activity", f"{why}，任何一种均有可能")]
        return matched | self._kin.widen(inside), [Remark("activity-name-only", "activity", why)]


def _conflict(code: CodeReading) -> str:
    """Return the code of a remark on a contradiction: of a number with a text, or of texts among themselves."""
    return "code-text-conflict" if code.numbers else "activity-conflict"
