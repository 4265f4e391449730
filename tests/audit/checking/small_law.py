"""A small sound law to break: one gate, one notice with one rule, and the shipped catalogs that belong to no text."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from lianggao.rulebook.home import shipped_law

GATE = """id: screening
title: 测试
outcomes:
  - {id: banned, label: 禁止}
  - {id: strict, label: 从严}
  - {id: eased, label: 从宽}
otherwise: {id: free, label: 不限}
"""


def notice(id: str, start: str = "2020-01-01", to: str | None = None, supersedes: str = "") -> str:
    """Return the source of a document."""
    last = f'"{to}"' if to else "null"
    return f"""id: {id}
number: null
title: 测试
issuers: [测试]
issued: null
effective: {{from: "{start}", to: {last}}}
supersedes: [{supersedes}]
trust: reprint
read_at: []
not_known: []
"""


def rule(
    id: str,
    when: str,
    conclude: str = "{outcome: strict}",
    more: str = "",
    gate: str = "screening",
    trust: str = "reprint",
) -> str:
    """Return a rule; `when` is one line."""
    return f"""id: {id}
title: 测试
gate: {gate}
when: {when}
conclude: {conclude}
because: 测试
cite: {{place: 测试, trust: {trust}, faithful: full}}
{more}"""


SOUND = {
    "rules/gates/screening.yaml": GATE,
    "rules/notice-2020/source.yaml": notice("notice-2020"),
    "rules/notice-2020/large.yaml": rule("notice-2020/large", "{field: energy_equivalent_tce, at_least: 50000}"),
}


def write_law(folder: Path, files: Mapping[str, str]) -> Path:
    """Write the small law with some files added or replaced, and return its folder."""
    for source in (shipped_law() / "catalogs").iterdir():
        if "\ndocument:" not in (source / "source.yaml").read_text(encoding="utf-8"):
            shutil.copytree(source, folder / "catalogs" / source.name)
    for name, text in {**SOUND, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
