"""The page of catalog items: how each item of both versions is recognised, by code and by the words that tell.

An item points at activities; codes and words point at activities too. What is common to both recognises the item, and
the words of its near relations are what it must not be taken for.
"""

from __future__ import annotations

from collections.abc import Iterable

from lianggao.rulebook import Law
from lianggao.rulebook.catalogs import Row, split

TABLES = ("henan-catalog-2021/items", "henan-catalog-2023/items")
SHOWN = 12
"""At most this many words are shown; the rest are counted."""

HEAD = """# 目录细分行业的识别

目录没有给出行业代码。各细分行业对应哪些产品工艺、代码和词语，是本库的推断，写在 `catalogs/` 里，请核对。
代码或词语只够缩小范围时，结果保留各种可能；名称中的词语不作认定。

本页由目录文件生成，请勿手工修改：`make docs`。
"""


def items_page(law: Law) -> str:
    """Return the page as Markdown."""
    parts = [HEAD]
    for table in TABLES:
        source = law.catalogs.sources[table.split("/", 1)[0]]
        parts.append(f"## {source.title}\n")
        parts += [_item(law, row) for row in law.catalogs.rows(table)]
    return "\n".join(parts)


def _item(law: Law, row: Row) -> str:
    own = frozenset(split(row["activity"]))
    labels = law.vocabulary["activity"].values
    terms = law.catalogs.rows("terms/terms")
    near = _family(law, own) - own
    qualifier = f"（{row['qualifier']}）" if row["qualifier"] else ""
    lines = [
        f"### {row['no']} {row['item']}{qualifier}\n",
        f"- 产品工艺：{'、'.join(labels[activity] for activity in split(row['activity']))}",
        f"- 代码：{_codes(law, own) or '无'}",
        f"- 只指它的词语：{_words(term for term in terms if _means(term) and _means(term) <= own)}",
        f"- 也可能指它的词语：{_words(t for t in terms if _means(t) & own and not _means(t) <= own)}",
        f"- 指近旁产品、不算它的词语：{_words(term for term in terms if _means(term) and _means(term) <= near)}",
    ]
    if row["note"]:
        lines.append(f"- 说明：{row['note']}")
    return "\n".join(lines) + "\n"


def _means(term: Row) -> frozenset[str]:
    return frozenset() if term["role"] in ("neutral", "suffix") else frozenset(split(term["activity"]))


def _family(law: Law, own: frozenset[str]) -> frozenset[str]:
    rows = law.catalogs.rows("activities/activities")
    families = {row["family"] for row in rows if row["activity"] in own}
    return frozenset(row["activity"] for row in rows if row["family"] in families)


def _codes(law: Law, own: frozenset[str]) -> str:
    found: dict[str, list[str]] = {}
    for row in law.catalogs.rows("industry-codes/codes"):
        if frozenset(split(row["activity"])) & own:
            found.setdefault(f"{row['code']} {row['label']}", []).append(row["edition"])
    return "、".join(f"{code}（{'、'.join(editions)}版）" for code, editions in found.items())


def _words(terms: Iterable[Row]) -> str:
    words = list(dict.fromkeys(term["term"] for term in terms))
    more = f" 等{len(words)}个" if len(words) > SHOWN else ""
    return "、".join(words[:SHOWN]) + more or "无"
