"""The coverage of documents as text: how many places have which status, and each not wholly encoded, with why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lianggao.audit.coverage.model import DocumentCoverage, PlaceCoverage, Status

STATUSES: tuple[Status, ...] = ("encoded", "partly", "person", "not_encoded")
WORDS = {
    "zh": {
        "documents": "依据文件：已知{n}处，{counts}",
        "whole": "各处已全部列出",
        "part": "各处未必列全",
        "unknown": "未列各处，只列规则引用的",
        "encoded": "已写入",
        "partly": "部分写入",
        "person": "由人判断",
        "not_encoded": "未写入",
        "full": "与原文相符",
        "over": "可能多判",
        "under": "可能漏判",
        "count": "{status}{n}",
        "comma": "，",
        "colon": "：",
    },
    "en": {
        "documents": "documents: {n} places known, {counts}",
        "whole": "all places listed",
        "part": "perhaps not all places listed",
        "unknown": "places not listed, only those that rules cite",
        "encoded": "encoded",
        "partly": "partly encoded",
        "person": "left to a person",
        "not_encoded": "not encoded",
        "full": "full",
        "over": "over",
        "under": "under",
        "count": "{n} {status}",
        "comma": ", ",
        "colon": ": ",
    },
}


def places_text(documents: Sequence[DocumentCoverage], lang: str = "zh") -> str:
    """Return the report in Chinese, or in English with the texts of the law in Chinese."""
    return "\n".join(_lines(documents, lang)) + "\n"


def _lines(documents: Sequence[DocumentCoverage], lang: str) -> Iterator[str]:
    words = WORDS[lang]
    every = sum(len(document.places) for document in documents)
    yield words["documents"].format(n=every, counts=_counts(documents, lang, every=True))
    for document in documents:
        number = f"（{document.number}）" if document.number else ""
        title = f"《{document.title}》{number}" if lang == "zh" else document.id
        known = words[document.known or "unknown"]
        yield f"  {title}　{_counts([document], lang)}　{known}"
        for place in document.places:
            if place.status != "encoded":
                yield from _place(place, lang)


def _place(place: PlaceCoverage, lang: str) -> Iterator[str]:
    words = WORDS[lang]
    why = f"{words['colon']}{place.why}" if place.why else ""
    yield f"      {words[place.status]}　{place.place}{why}"
    for rule in place.rules:
        if rule.faithful != "full":
            yield f"          {words[rule.faithful]}　{rule.rule}{words['colon']}{rule.why}"


def _counts(documents: Sequence[DocumentCoverage], lang: str, *, every: bool = False) -> str:
    words = WORDS[lang]
    found = ((status, sum(document.count(status) for document in documents)) for status in STATUSES)
    return words["comma"].join(words["count"].format(status=words[status], n=n) for status, n in found if n or every)
