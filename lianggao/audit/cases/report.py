"""Say what came of cases: as lines for people, as JSON, or as JUnit XML for the tools that show test results."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from xml.etree import ElementTree

from lianggao.audit.cases.running import CaseResult, Said

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def text_report(results: Sequence[CaseResult], lang: str = "zh") -> str:
    """Return a line for each case that does not agree, and a last line with the counts."""
    wrong = [result for result in results if not result.agrees]
    lines = [f"{result.file}:{result.line}: {result.name}: {in_words(result, lang)}" for result in wrong]
    agree = len(results) - len(wrong)
    counts = f"{len(results)} 个案例，{agree} 个相符，{len(wrong)} 个不符"
    lines.append(counts if lang == "zh" else f"{len(results)} cases: {agree} agree, {len(wrong)} do not")
    return "\n".join(lines) + "\n"


def json_report(results: Sequence[CaseResult], law_sha256: str) -> str:
    """Return one JSON object: the fingerprint of the law, the counts, and every case with what was found."""
    whole = {
        "law_sha256": law_sha256,
        "cases": len(results),
        "agree": sum(result.agrees for result in results),
        "results": [result.model_dump(mode="json") for result in results],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def junit_report(results: Iterable[CaseResult], lang: str = "zh") -> str:
    """Return JUnit XML with one suite per file."""
    files: dict[str, list[CaseResult]] = {}
    for result in results:
        files.setdefault(result.file, []).append(result)
    root = ElementTree.Element("testsuites")
    for file, cases in files.items():
        failures = sum(not result.agrees for result in cases)
        suite = _element(root, "testsuite", name=file, tests=len(cases), failures=failures, errors=0, skipped=0)
        for result in cases:
            case = _element(suite, "testcase", classname=file, name=result.name, file=file, line=result.line)
            if not result.agrees:
                failure = _element(case, "failure", message=in_words(result, lang))
                failure.text = _xml(project_lines(result))
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'


def in_words(result: CaseResult, lang: str = "zh") -> str:
    """Return what was expected and what was found, on one line, as far as the two differ."""
    expected, found = (_said(result, which) for which in (result.expected, result.found))
    return f"应为 {expected}，实为 {found}" if lang == "zh" else f"expected {expected}, found {found}"


def _said(result: CaseResult, words: Mapping[str, Said]) -> str:
    """Return one side of a result on one line, as far as the two sides differ."""
    if result.rule is not None:
        parts = (words["expect"], words.get("status", ""), words["depends_on"])
        return " ".join(_listed(part) for part in parts if part)
    return "; ".join(f"{key} {_listed(words[key])}" for key in result.differing())


def project_lines(result: CaseResult) -> str:
    """Return the date and the project, one fact per line."""
    facts = {"as_of": result.as_of, **result.project}
    return "\n".join(f"{name}: {list(value) if isinstance(value, tuple) else value}" for name, value in facts.items())


def _listed(said: Said) -> str:
    return said if isinstance(said, str) else f"[{', '.join(said)}]"


def _element(parent: ElementTree.Element, tag: str, **attributes: object) -> ElementTree.Element:
    return ElementTree.SubElement(parent, tag, {name: _xml(str(value)) for name, value in attributes.items()})


def _xml(text: str) -> str:
    """Replace what XML can't hold."""
    return _NOT_XML.sub("\ufffd", text)
