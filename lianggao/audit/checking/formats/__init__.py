"""Findings written for a person, a program, a code host or a test report: one function for each format."""

from __future__ import annotations

from collections.abc import Callable

from lianggao.audit.checking.checks import Checked
from lianggao.audit.checking.formats.github import as_github
from lianggao.audit.checking.formats.junit import as_junit
from lianggao.audit.checking.formats.plain import as_json, as_text, summary
from lianggao.audit.checking.formats.sarif import as_sarif

FORMATS: dict[str, Callable[[Checked, str], str]] = {
    "text": as_text,
    "json": as_json,
    "sarif": as_sarif,
    "github": as_github,
    "junit": as_junit,
}

__all__ = ["FORMATS", "summary"]
