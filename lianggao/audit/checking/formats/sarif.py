"""Findings as SARIF 2.1.0, the format of code scanning.

Files are named from the folder that holds `rules/` and `catalogs/`; `%SRCROOT%` stands for it.
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from lianggao.audit.checking.checks import CODES, Checked
from lianggao.audit.checking.formats.told import Told
from lianggao.version import __version__

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_sarif(checked: Checked, lang: str) -> str:
    """Return a SARIF log with one run; every check is a rule of it, and so is every other fault that was met."""
    codes = list(dict.fromkeys((*CODES, *(fault.code for fault in checked.faults))))
    driver = {
        "name": "lianggao",
        "version": __version__,
        "rules": [{"id": code, "shortDescription": {"text": code.replace("-", " ")}} for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(Told.of(fault, lang), codes) for fault in checked.faults],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _result(told: Told, codes: list[str]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": told.code,
        "ruleIndex": codes.index(told.code),
        "level": "error",
        "message": {"text": told.message},
    }
    if told.place.file:
        physical: dict[str, Any] = {
            "artifactLocation": {"uri": quote(told.place.file), "uriBaseId": "%SRCROOT%"},
        }
        if told.place.line:
            physical["region"] = {"startLine": told.place.line, "startColumn": max(told.place.column, 1)}
        result["locations"] = [{"physicalLocation": physical}]
    return result
