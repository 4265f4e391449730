"""Each format is read back as its readers do, and says the same as the others: code, place and message."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree as Xml

import pytest
from small_law import rule, write_law

from lianggao.audit.checking import CODES, Checked, check_law
from lianggao.audit.checking.formats import FORMATS, summary
from lianggao.errors import LawError, Place, fault

FOUND = check_law()
AWKWARD = (
    fault("idle-condition", Place("rules/a b,c:d/第三 %.yaml", 3, 7), part="<100%,\n::x & 'y'>", id="a\r\x01b"),
    fault("table-unused", Place("catalogs/x/y.csv", 1, 1), table="x/y", document="z"),
    fault("folder-missing", value="rules"),
)
CHECKED = Checked(AWKWARD, FOUND.counts)
CLEAN = Checked((), FOUND.counts)
INVALID = Checked(AWKWARD[2:], valid=False)


def places(checked: Checked) -> list[tuple[str, str, int, int]]:
    return [(f.code, f.place.file, f.place.line, f.place.column) for f in checked.faults]


def message(at: int, lang: str = "en") -> str:
    rendered = AWKWARD[at].render(lang)
    return rendered[rendered.index(AWKWARD[at].code) :].removeprefix(f"{AWKWARD[at].code}: ")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_text_is_one_line_each_as_errors_are(lang: str) -> None:
    assert FORMATS["text"](CHECKED, lang) == "".join(f"{f.render(lang)}\n" for f in AWKWARD)
    assert FORMATS["text"](CLEAN, lang) == ""


def test_json_has_every_finding_and_the_counts() -> None:
    read = json.loads(FORMATS["json"](CHECKED, "en"))
    assert (read["valid"], read["checked"]) == (True, FOUND.counts)
    given = [(f["code"], f["file"], f["line"] or 0, f["column"] or 0) for f in read["findings"]]
    assert given == places(CHECKED)
    assert [f["message"] for f in read["findings"]] == [message(i) for i in range(3)]
    assert read["findings"][2]["line"] is None
    assert json.loads(FORMATS["json"](INVALID, "zh"))["valid"] is False
    assert json.loads(FORMATS["json"](CLEAN, "zh"))["findings"] == []


@pytest.mark.parametrize("checked", [CHECKED, CLEAN, INVALID, FOUND])
def test_sarif_has_what_version_2_1_0_requires(checked: Checked) -> None:
    log: dict[str, Any] = json.loads(FORMATS["sarif"](checked, "zh"))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "lianggao"
    ids = [rule["id"] for rule in driver["rules"]]
    assert len(ids) == len(set(ids))
    assert set(CODES) <= set(ids)
    assert all(rule["shortDescription"]["text"] for rule in driver["rules"])
    assert run["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")
    assert set(run) <= {"tool", "columnKind", "results"}
    given = []
    for result in run["results"]:
        assert ids[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in ("none", "note", "warning", "error")
        assert result["message"]["text"]
        file, line, column = "", 0, 0
        for location in result.get("locations", ()):
            physical = location["physicalLocation"]
            uri = physical["artifactLocation"]["uri"]
            assert re.fullmatch(r"[A-Za-z0-9/._~%-]+", uri)
            assert not uri.startswith("/")
            file = unquote(uri)
            region = physical.get("region", {"startLine": 0, "startColumn": 0})
            line, column = region["startLine"], region["startColumn"]
            assert "region" not in physical or (line >= 1 and column >= 1)
        given.append((result["ruleId"], file, line, column))
    assert given == places(checked)


def test_github_reads_back_every_property_and_message() -> None:
    lines = FORMATS["github"](CHECKED, "en").splitlines()
    assert len(lines) == 3
    for i, line in enumerate(lines):
        found = re.fullmatch(r"::error ((?:[a-z]+=[^,:]*,?)*)::(.*)", line)
        assert found
        read = {k: unescaped(v) for k, v in (pair.split("=", 1) for pair in found[1].split(","))}
        place = AWKWARD[i].place
        assert read.pop("title") == AWKWARD[i].code
        expected = {"file": place.file, "line": str(place.line), "col": str(place.column)} if place.file else {}
        assert read == expected
        assert unescaped(found[2]) == message(i)


def unescaped(text: str) -> str:
    for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, sign)
    return text


def test_junit_is_xml_with_a_case_for_every_finding_and_every_check_without_one() -> None:
    whole = Xml.fromstring(FORMATS["junit"](CHECKED, "en").encode())
    (suite,) = whole.findall("testsuite")
    cases = suite.findall("testcase")
    failed = [case for case in cases if case.find("failure") is not None]
    assert whole.tag == "testsuites"
    assert (suite.get("tests"), suite.get("failures")) == (str(len(cases)), str(len(failed))) == (str(len(cases)), "3")
    assert [case.get("classname") for case in failed] == [f.code for f in AWKWARD]
    assert {case.get("classname") for case in cases} == {*CODES, "folder-missing"}
    assert failed[0].get("file") == AWKWARD[0].place.file
    assert failed[0].get("line") == "3"
    # XML has no way to write the control sign.
    shown = message(0).replace("\x01", "\ufffd")
    assert shown.split() == failed[0].find("failure").get("message").split()  # type: ignore[union-attr]


def test_junit_says_nothing_of_checks_that_were_not_run() -> None:
    suite = Xml.fromstring(FORMATS["junit"](INVALID, "en").encode())[0]
    assert [case.get("classname") for case in suite] == ["folder-missing"]
    clean = Xml.fromstring(FORMATS["junit"](CLEAN, "en").encode())[0]
    assert {case.get("classname") for case in clean} == set(CODES)
    assert clean.get("failures") == "0"


def test_the_summary_says_how_much_was_looked_at() -> None:
    assert f"{FOUND.counts['rules']} rules" in summary(CLEAN, "en")
    assert summary(CLEAN, "en").endswith("no findings")
    assert summary(CHECKED, "en").endswith("3 findings")
    assert f"{FOUND.counts['rules']}条规则" in summary(CLEAN, "zh")
    assert "1" in summary(INVALID, "en")
    assert "not checked" in summary(INVALID, "en")


def test_a_law_that_can_not_be_read_is_an_error_with_every_fault(tmp_path: Path) -> None:
    files = {"rules/notice-2020/bad.yaml": rule("notice-2020/bad", "{field: energi, at_least: 5}")}
    with pytest.raises(LawError) as caught:
        check_law(write_law(tmp_path, files))
    assert [f.code for f in caught.value.faults] == ["unknown-field"]
