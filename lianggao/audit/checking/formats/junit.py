"""Findings as a JUnit test report: each finding is a case that failed, each check without one a case that passed."""

from __future__ import annotations

import re
from xml.etree import ElementTree as Xml

from lianggao.audit.checking.checks import CODES, Checked
from lianggao.audit.checking.formats.told import Told

# What XML cannot hold at all, not even escaped.
_CONTROL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_junit(checked: Checked, lang: str) -> str:
    """Return one test suite."""
    found = [Told.of(fault, lang) for fault in checked.faults]
    failing = {told.code for told in found}
    passing = [code for code in CODES if code not in failing] if checked.valid else []
    tests = str(len(found) + len(passing))
    whole = Xml.Element("testsuites", name="lianggao rules check", tests=tests, failures=str(len(found)))
    attributes = {"name": "lianggao rules check", "tests": tests, "failures": str(len(found)), "errors": "0"}
    suite = Xml.SubElement(whole, "testsuite", attributes)
    for code in passing:
        Xml.SubElement(suite, "testcase", classname=code, name=code)
    for told in found:
        place, message = _clean(str(told.place)), _clean(told.message)
        case = Xml.SubElement(suite, "testcase", classname=told.code, name=place or told.code)
        if told.place.file:
            case.set("file", _clean(told.place.file))
        if told.place.line:
            case.set("line", str(told.place.line))
        failure = Xml.SubElement(case, "failure", type=told.code, message=message)
        failure.text = f"{place}: {message}" if place else message
    Xml.indent(whole)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + Xml.tostring(whole, encoding="unicode") + "\n"


def _clean(text: str) -> str:
    return _CONTROL.sub("\ufffd", text)
