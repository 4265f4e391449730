"""A scalar as it is to be written: as it was, on one line, dates and words that other readers of YAML misread quoted.

Texts kept line by line (`|` and `>`) stay so; every other text that ran over several lines is put on one.
"""

from __future__ import annotations

import json
import re

from ruamel.yaml.nodes import ScalarNode

from lianggao.rulebook.yaml_reader import Path_

DATES = ("from", "to", "issued")
_DATE = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")
_MISREAD = re.compile(r"yes|no|on|off", re.IGNORECASE)
"""A plain `no` is false to readers of YAML 1.1."""


def written(node: ScalarNode, text: str, path: Path_ = ()) -> list[str]:
    """Return a scalar's lines; those after the first have no indentation of their own."""
    raw, style, value = text[node.start_mark.index : node.end_mark.index], node.style, node.value
    if style in ("|", ">"):
        return _kept(raw)
    if style == "'" and "\\" not in value and '"' not in value:
        return [_quoted(value)]
    if style in ("'", '"'):
        return [raw if "\n" not in raw else _quoted(value)]
    if raw == "" or raw in ("~", "Null", "NULL"):
        return ["null"]
    # A year alone is a number, and quoting it would change what the file says.
    is_date = bool(path) and path[-1] in DATES and _DATE.fullmatch(raw)
    if is_date or _MISREAD.fullmatch(raw):
        return [_quoted(value)]
    return [raw if "\n" not in raw else value if "\n" not in value else _quoted(value)]


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def _kept(raw: str) -> list[str]:
    """Return a text that is kept line by line, its own indentation taken off."""
    head, *lines = raw.rstrip("\n").split("\n")
    depth = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=0)
    return [head, *(line[depth:] for line in lines)]
