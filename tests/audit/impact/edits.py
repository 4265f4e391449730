"""Copies of the shipped law with one thing changed, and projects outside Xuchang on which the change can be told.

Stated activities leave nothing to recognise; 宛城区 keeps the signing review of Xuchang out.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from lianggao import Law, Project, load_law
from lianggao.rulebook.home import shipped_law

AS_OF = "2022-06-30"
CATALOG = "rules/henan-catalog-2021"
LINE = (f"{CATALOG}/definitions/class-two-scope.yaml", "at_least: 10000", "at_least: 12000")
CARVE_OUT = (f"{CATALOG}/definitions/retrofit-carve-out.yaml", '    - {field: capacity_added, is: "no"}\n', "")
LATER = (f"{CATALOG}/source.yaml", 'from: "2021-12"', 'from: "2022-07-01"')
ITEM = (
    "catalogs/henan-catalog-2021/items.csv",
    "11,耐火材料,有烧结工序的,refractory_sintered,reprint,无烧结工序的不计入\n",
    "",
)
TERM = (
    "catalogs/terms/terms.csv",
    "term,role,activity,trust,note\n",
    "term,role,activity,trust,note\n磐石料,product,refractory_sintered,recalled,\n",
)
BOTH_OR_NEITHER = (
    CARVE_OUT[0],
    '    - {field: main_process_changed, is: "no"}\n' + CARVE_OUT[1],
    """\
    - any:
        - all:
            - {field: main_process_changed, is: "no"}
            - {field: capacity_added, is: "no"}
        - all:
            - {field: main_process_changed, is: "yes"}
            - {field: capacity_added, is: "yes"}
""",
)
BY_ELECTRICITY = (
    "rules/henan-action-plan-2021/priority-line.yaml",
    "{field: energy_calorific_tce, at_least: 10000}",
    "{field: electricity_kwh, at_least: 10000}",
)
REPORTED = (f"{CATALOG}/class-two.yaml", "trust: reprint", "trust: report")


def edited(folder: Path, *edits: tuple[str, str, str]) -> Law:
    """Return the shipped law with texts of its files replaced."""
    return load_law(edited_folder(folder, *edits))


def edited_folder(folder: Path, *edits: tuple[str, str, str]) -> Path:
    """Write the shipped law with texts of its files replaced."""
    for part in ("rules", "catalogs"):
        shutil.copytree(shipped_law() / part, folder / part)
    for name, before, after in edits:
        text = (folder / name).read_text(encoding="utf-8")
        assert before in text, name
        (folder / name).write_text(text.replace(before, after), encoding="utf-8")
    return folder


def project(name: str, equivalent: Any = None, calorific: Any = 10_000, **stated: Any) -> Project:
    """Return a proposed, newly built refractory works (耐火材料, 有烧结工序的) in 南阳市宛城区."""
    given = {
        "activity": "refractory_sintered",
        "county": "411302",
        "stage": "proposed",
        "construction_nature": "new_build",
        "energy_equivalent_tce": equivalent,
        "energy_calorific_tce": calorific,
        **stated,
    }
    return Project(project_name=name, **given)
