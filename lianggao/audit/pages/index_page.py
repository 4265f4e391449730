"""The index of all rules by document: facts about each document, what it contains and how far that is encoded."""

from __future__ import annotations

from collections.abc import Iterator

from lianggao.audit.coverage import DocumentCoverage, PlaceCoverage, law_coverage
from lianggao.audit.coverage.places_text import WORDS
from lianggao.audit.pages.words import NOTICE, cited, linked, period_words, rules_of
from lianggao.rulebook import Law
from lianggao.rulebook.requirements import Check

HEAD = f"""# 规则一览

每条规则一页，按依据文件排列。

{NOTICE}
"""


def index_page(law: Law) -> str:
    """Return the page as Markdown."""
    return "\n".join([HEAD, *(line for document in law_coverage(law) for line in _document(document, law))])


def _document(document: DocumentCoverage, law: Law) -> Iterator[str]:
    source = law.sources[document.id]
    yield from (f"## {cited(source)}", "")
    yield f"- 编号：`{source.id}`"
    yield f"- 印发机关：{'、'.join(source.issuers) or '未见'}"
    yield f"- 印发：{source.issued or '日期未见'}"
    yield f"- 施行：{period_words(source.effective)}"
    yield from (f"- 取代：{cited(law.sources[older])}" for older in source.supersedes)
    yield f"- 可信度：{law.vocabulary.domains['trust'][source.trust]}"
    yield from _texts("所读文本", source.read_at)
    yield from _texts("尚不清楚", source.not_known)
    yield from ("", f"文件内容（{WORDS['zh'][document.known or 'unknown']}）：", "")
    yield from ("| 位置 | 内容 | 写入情况 |", "|---|---|---|")
    yield from (f"| {place.place} | {place.what or ''} | {_status(place, law)} |" for place in document.places)
    yield from _rules(document.id, law)
    yield ""


def _rules(document: str, law: Law) -> Iterator[str]:
    """Yield the document's rules, and apart from them the requirements, each with its department."""
    titles = {rule.id: rule.rule.title for rule in law.rules}
    checks = {id: gate for id, gate in law.gates.items() if isinstance(gate, Check)}
    rules = rules_of(law, document)
    own = [id for id in rules if id in checks]
    if len(own) < len(rules):
        yield from ("", "规则：", "", *(f"- {linked(id, titles[id])}　`{id}`" for id in rules if id not in checks))
    if own:
        departments = {id: law.vocabulary.departments[checks[id].department] for id in own}
        yield from ("", "核查：", "", *(f"- {linked(id, titles[id])}（{departments[id]}）　`{id}`" for id in own))


def _texts(word: str, texts: tuple[str, ...]) -> Iterator[str]:
    if texts:
        yield f"- {word}："
        yield from (f"  - {text}" for text in texts)


def _status(place: PlaceCoverage, law: Law) -> str:
    words = WORDS["zh"]
    whose = "、".join(law.vocabulary.departments[name] for name in place.departments)
    status = words[place.status] + (f"（{whose}）" if whose else "")
    rules = "、".join(f"{linked(rule.rule, rule.title)}（{words[rule.faithful]}）" for rule in place.rules)
    return "：".join(text for text in (status, rules, place.why) if text)
