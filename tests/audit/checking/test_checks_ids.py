"""Numbers of articles and clauses are found in ids, and nothing else that looks like one is."""

from __future__ import annotations

import pytest

from lianggao.audit.checking.ids import number_in
from lianggao.rulebook import Law


@pytest.mark.parametrize(
    "id",
    [
        "article-3",
        "article3",
        "Article-12-exempt",
        "art3",
        "art-3",
        "art_3a",
        "clause-2",
        "subclause-2",
        "section-14",
        "paragraph-one",
        "clause-iv",
        "third-article",
        "3rd-clause",
        "di-san-tiao",
        "disantiao",
        "di-shi-er-tiao-exempt",
        "di-3-tiao",
        "di3tiao",
        "3-tiao",
        "tiao-3",
        "tiao3",
        "san-tiao",
        "di-er-kuan",
        "di-san-zhang",
        "第三条",
        "第十二条-免审",
        "第3款",
        "3条",
        "§3",
    ],
)
def test_a_number_of_an_article_is_found(id: str) -> None:
    assert number_in(f"notice-2020/{id}")


@pytest.mark.parametrize(
    "id",
    [
        "class-two",
        "class-one-scope",
        "first-class",
        "notice-2020",
        "energy-section-2021",
        "section-by-section",
        "art-glass",
        "start-3",
        "party-3",
        "part-time",
        "chart3",
        "smart-2",
        "particle-5",
        "item-open-ended",
        "three-lines",
        "san-tiao-hong-xian",
        "tiao-zheng",
        "di-tan",
        "xiang-cheng",
        "zhang-he",
        "jie-neng",
        "shi-jie",
        "kuan-cheng",
        "10000-exactly",
        "pm25",
        "三线一单",
        "条件",
        "第一类",
        "65号",
    ],
)
def test_what_is_no_number_of_an_article_is_left_alone(id: str) -> None:
    assert not number_in(f"notice-2020/{id}")


def test_no_shipped_id_carries_one(law: Law) -> None:
    ids = (*law.sources, *law.definitions, *(rule.id for rule in law.rules))
    assert [id for id in ids if number_in(id)] == []
