"""A small law with one rule for each thing that a suite must get right, and the catalogs that belong to no document."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lianggao.rulebook import Law, load_law
from lianggao.rulebook.home import shipped_law

GATE = """id: {id}
title: {title}
outcomes:
  - {{id: banned, label: 禁止}}
  - {{id: strict, label: 从严}}
otherwise: {{id: free, label: 不限}}
"""
NOTICE = """id: {id}
number: null
title: 测试通知
issuers: [测试]
issued: null
effective: {effective}
supersedes: [{supersedes}]
trust: reprint
read_at: []
not_known: []
"""
RULE = """id: {id}
title: 测试
gate: {gate}
when: {when}
conclude: {{outcome: strict}}
because: 测试
cite: {{place: 测试, trust: reprint, faithful: full}}
"""
NOTICES = {
    "notice-2020": ('{from: "2020-01-01", to: null}', ""),
    "earlier-2020": ('{from: "2020-01-01", to: "2021-12-31"}', ""),
    "later-2022": ('{from: "2022-01-01", to: null}', "earlier-2020"),
    "notice-doubtful": ('{from: "2020", to: "2020"}', ""),
}
RULES = {
    "notice-2020/between": ("own", "{all: [{field: coal_t, more_than: 100}, {field: coal_t, at_most: 500}]}"),
    "notice-2020/impossible": ("own", "{all: [{field: coal_t, at_least: 10}, {field: coal_t, less_than: 5}]}"),
    "notice-doubtful/never-sure": ("own", "{field: coal_t, at_least: 10}"),
    "earlier-2020/lime": ("screening", "{field: activity, is: lime}"),
    "later-2022/coking": ("screening", "{field: activity, is: coking}"),
    "notice-2020/asking": (
        "own",
        "{all: [{gate: screening, in: [banned, strict]}, {field: activity, in: [lime, coking, casting]}]}",
    ),
}


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("law")
    for source in (shipped_law() / "catalogs").iterdir():
        if "\ndocument:" not in (source / "source.yaml").read_text(encoding="utf-8"):
            shutil.copytree(source, root / "catalogs" / source.name)
    files = {
        f"gates/{id}": GATE.format(id=id, title=title) for id, title in {"own": "自查", "screening": "筛查"}.items()
    }
    for id, (effective, supersedes) in NOTICES.items():
        files[f"{id}/source"] = NOTICE.format(id=id, effective=effective, supersedes=supersedes)
    files |= {id: RULE.format(id=id, gate=gate, when=when) for id, (gate, when) in RULES.items()}
    for name, text in files.items():
        path = root / "rules" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


@pytest.fixture(scope="session")
def small(root: Path) -> Law:
    return load_law(root)
