"""Hand-made edits of the law, and what each must be told as: worked out from the rule files by hand.

The shape of a region is that of `oracle.areas.regions`: values of choices, `[10000, 12000)` for quantities.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from law_edits import CARVE_OUT, CLASS_ONE, CLASS_TWO, CONTRACT, ITEMS21, PLANNED, R21, cite_of
from oracle.copies import Edits

from lianggao.rulebook.home import shipped_law

Region = Mapping[str, Any]


def column(table: str, name: str, where: str = "", value: str = "") -> set[str]:
    """Return the values of a column of a shipped table, of all rows or of some."""
    with (shipped_law() / "catalogs" / f"{table}.csv").open(encoding="utf-8-sig") as file:
        rows = [row for row in csv.DictReader(file) if not where or row[where] == value]
    return {part.strip() for row in rows for part in row[name].split(";")} - {""}


HENAN: Region = {"county": column("regions/counties", "county", "province", "henan")}
ITEMS: Region = {"activity": column("henan-catalog-2021/items", "activity")}
SIX: Region = {
    "activity": column("mee-six-industries/industries", "activity") | column("mee-six-industries/inferred", "activity")
}
OUTSIDE = column("activities/activities", "activity", "industry_group", "none")
EIGHT: Region = {"activity": column("activities/activities", "activity") - OUTSIDE}
RETROFIT: Region = {
    "construction_nature": {"technical_retrofit", "reconstruction"},
    "main_process_changed": {"no"},
    "capacity_added": {"no"},
}
LISTED = {"class_1", "class_2"}
PLANNED_STAGES: Region = {"stage": {"signing", "proposed"}}
BETWEEN: Region = {"energy_equivalent_tce": "[10000, 50000)"}
LARGE: Region = {"energy_equivalent_tce": "[50000, )"}
IN_2021 = ("2021-12-01", "2023-12-30")
"""The days on which the catalog of 2021 is, or may be, in force."""


@dataclass(frozen=True)
class Area:
    """Where a move happens, and the rules responsible."""

    limits: Region
    rules: frozenset[str]
    exceptions: Region = field(default_factory=dict)


@dataclass(frozen=True)
class Moved:
    """One move: of an outcome unless `kind` says otherwise."""

    gate: str
    old: str
    new: str
    direction: str
    areas: Sequence[Area]
    kind: str = "outcome"
    subject: str = ""


@dataclass(frozen=True)
class Case:
    """An edit, a day without doubts on which to look, the gates that are not equal, the days, and some moves."""

    edits: Edits
    verdicts: Mapping[str, str]
    moves: Sequence[Moved]
    days: tuple[str, str]
    day: str = "2022-12-31"
    on_other_days: Mapping[str, str] = field(default_factory=dict)


def catalog(old: str, new: str, direction: str, limits: Region, rules: str, exceptions: Region | None = None) -> Moved:
    """Return a move at the catalog gate of 2021 within Henan; `rules` are names without the document."""
    names = frozenset(f"henan-catalog-2021/{name}" for name in rules.split())
    return Moved("catalog", old, new, direction, [Area({**HENAN, **limits}, names, exceptions or {})])


def departments(
    old: str, new: str, direction: str, names: str = "development industry land environment"
) -> list[Moved]:
    """Return what becomes of departments at the joint review where `planned-listed` changes it."""
    where = Area({"gate:catalog": LISTED, **PLANNED_STAGES}, frozenset({"henan-joint-review-2021/planned-listed"}))
    return [Moved("joint_review", old, new, direction, [where], "department", name) for name in names.split()]


RIGHTS = ("henan-energy-rights-2022/amount-bought", "henan-energy-rights-2022/coefficient-in-range")
"""Requirements that bind, in Henan and since July of 2022, what the catalog lists."""
DUAL_CONTROL = ("energy-dual-control-2021/energy-room", "energy-dual-control-2021/window-guidance")
"""Requirements that bind what the catalog lists and the six industries; all items of class two are among the latter."""
OF_SIX = tuple(
    f"mee-source-control-2021/{name}"
    for name in (
        "built-without-approval",
        "coal-substitution-earlier",
        "no-high-pollution-fuel-earlier",
        "regional-reduction",
    )
)
"""Requirements that bind the six industries, whichever they are, on a day of 2022."""
OF_SIX_SINCE_2023 = ("mee-source-control-2021/coal-substitution", "mee-source-control-2021/no-high-pollution-fuel")
GRADE = ("henan-air-plan-2024/grade-a-or-clean-production",)
"""The same of what the catalog lists and the six industries, since 2024."""


def bound(verdict: str, *requirements: str) -> dict[str, str]:
    """Return the verdict of requirements that come to bind more or fewer projects by an edit of what they build on."""
    return dict.fromkeys(requirements, verdict)


LOOSER = {"catalog": "looser", "joint_review": "looser", "ledger": "looser"}
STRICTER = {"catalog": "stricter", "joint_review": "stricter", "ledger": "stricter"}


def energy(low: str) -> Region:
    """Return the limit on energy by equivalent value."""
    return {"energy_equivalent_tce": low}


ADDED = """id: mee-source-control-2021/casting
title: 铸造按六个行业对待
gate: national
when: {field: activity, is: casting}
conclude: {outcome: in_scope, points: 15}
because: "{activity}"
"""
CASTING = frozenset({"mee-source-control-2021/casting"})
PARK = """id: park
title: 园区
outcomes:
  - {id: inside, label: 园区内, burden: 1}
otherwise: {id: elsewhere, label: 园区外, burden: 0}
"""
IN_PARK = """id: mee-source-control-2021/park
title: 园区
gate: park
when: {field: land_m2, more_than: 666.6}
conclude: {outcome: inside}
because: "{land_m2}"
"""
CITED = cite_of("rules/mee-source-control-2021/six-industries.yaml")
IN_XUCHANG = column("regions/counties", "county", "city", "xuchang")
IN_ZHENGZHOU = column("regions/counties", "county", "city", "zhengzhou")
SIGNING = "xuchang-signing-review-2022"

CASES: dict[str, Case] = {
    "class two begins at 12 000": Case(
        {CLASS_TWO: [("at_least: 10000", "at_least: 12000")]},
        {**LOOSER, **bound("looser", *RIGHTS)},
        [
            catalog("class_2", "not_listed", "looser", {**ITEMS, **energy("[10000, 12000)")}, "class-two", RETROFIT),
            catalog(
                "excluded",
                "not_listed",
                "neither",
                {**ITEMS, **RETROFIT, **energy("[10000, 12000)")},
                "retrofit-excluded",
            ),
            Moved(
                "joint_review",
                "required",
                "not_required",
                "looser",
                [
                    Area(
                        {"gate:catalog": {"class_2→not_listed"}, **PLANNED_STAGES},
                        frozenset({"henan-catalog-2021/class-two"}),
                    )
                ],
            ),
        ],
        IN_2021,
    ),
    "class two begins at 8 000": Case(
        {CLASS_TWO: [("at_least: 10000", "at_least: 8000")]},
        {**STRICTER, **bound("stricter", *RIGHTS)},
        [
            catalog("not_listed", "class_2", "stricter", {**ITEMS, **energy("[8000, 10000)")}, "class-two", RETROFIT),
            catalog(
                "not_listed",
                "excluded",
                "neither",
                {**ITEMS, **RETROFIT, **energy("[8000, 10000)")},
                "retrofit-excluded",
            ),
        ],
        IN_2021,
    ),
    "class two begins above 10 000": Case(
        {CLASS_TWO: [("at_least: 10000", "more_than: 10000")]},
        {**LOOSER, **bound("looser", *RIGHTS)},
        [catalog("class_2", "not_listed", "looser", {**ITEMS, **energy("[10000, 10000]")}, "class-two", RETROFIT)],
        IN_2021,
    ),
    "an item is dropped": Case(
        {ITEMS21: [("3,氧化铝,,alumina,reprint,\n", "")]},
        {**LOOSER, **bound("looser", *RIGHTS)},
        [
            catalog("class_2", "not_listed", "looser", {"activity": {"alumina"}, **BETWEEN}, "class-two", RETROFIT),
            catalog(
                "excluded",
                "not_listed",
                "neither",
                {"activity": {"alumina"}, **BETWEEN, **RETROFIT},
                "retrofit-excluded",
            ),
        ],
        IN_2021,
    ),
    "an item is added": Case(
        {ITEMS21: [("3,氧化铝,,alumina,", "3,氧化铝,,alumina;soda_ash,")]},
        {**STRICTER, **bound("stricter", *RIGHTS)},
        [catalog("not_listed", "class_2", "stricter", {"activity": {"soda_ash"}, **BETWEEN}, "class-two", RETROFIT)],
        IN_2021,
    ),
    "an industry is dropped": Case(
        {CLASS_ONE: [("coking, ", "")]},
        {**LOOSER, **bound("looser", *RIGHTS)},
        [
            catalog("class_1", "not_listed", "looser", {"activity": {"coking"}, **LARGE}, "class-one", RETROFIT),
            catalog(
                "excluded", "not_listed", "neither", {"activity": {"coking"}, **LARGE, **RETROFIT}, "retrofit-excluded"
            ),
        ],
        IN_2021,
    ),
    "a condition of the carve-out is dropped": Case(
        {CARVE_OUT: [('\n    - {field: capacity_added, is: "no"}', "")]},
        {**LOOSER, "signing_review": "looser", **bound("looser", *RIGHTS, *DUAL_CONTROL)},
        [
            catalog(
                "class_1",
                "excluded",
                "looser",
                {**EIGHT, **LARGE, **RETROFIT, "capacity_added": {"yes"}},
                "class-one retrofit-excluded",
            )
        ],
        IN_2021,
    ),
    "the carve-out is dropped from class one": Case(
        {
            f"{R21}/class-one.yaml": [("\n    - not: {ref: henan-catalog-2021/retrofit-carve-out}", "")],
            f"{R21}/retrofit-excluded.yaml": None,
        },
        {**STRICTER, "signing_review": "stricter", **bound("stricter", *RIGHTS, *DUAL_CONTROL)},
        [catalog("excluded", "class_1", "stricter", {**EIGHT, **LARGE, **RETROFIT}, "class-one retrofit-excluded")],
        IN_2021,
    ),
    "a carve-out that precedence makes idle": Case(
        {f"{R21}/class-one.yaml": [("\n    - not: {ref: henan-catalog-2021/retrofit-carve-out}", "")]},
        {},
        [
            Moved(
                "catalog",
                "silent",
                "holds",
                "neither",
                [Area({**HENAN, **EIGHT, **LARGE, **RETROFIT}, frozenset({"henan-catalog-2021/class-one"}))],
                "rule",
                "henan-catalog-2021/class-one",
            )
        ],
        IN_2021,
    ),
    "a department is dropped": Case(
        {PLANNED: [("development, industry, land", "development, land")]},
        {"joint_review": "looser"},
        departments("required", "not_required", "looser", "industry"),
        ("2021-12-01", ""),
    ),
    "departments become possible": Case(
        {PLANNED: [("  departments:", "  strength: possible\n  departments:")]},
        {"joint_review": "looser"},
        departments("required", "possible", "looser"),
        ("2021-12-01", ""),
    ),
    "a rule gets a period of its own": Case(
        {
            "rules/mee-source-control-2021/checklist-environment.yaml": [
                ("gate: national\n", 'gate: national\neffective: {from: "2024-01-01", to: null}\n')
            ]
        },
        {"national": "looser"},
        [
            Moved(
                "national",
                "holds",
                "silent",
                "looser",
                [Area(SIX, frozenset({"mee-source-control-2021/checklist-environment"}))],
                "rule",
                "mee-source-control-2021/checklist-environment",
            )
        ],
        ("2021-05-01", "2023-12-31"),
    ),
    "a rule gets a last day of its own": Case(
        {
            "rules/mee-source-control-2021/checklist-environment.yaml": [
                ("gate: national\n", 'gate: national\neffective: {from: "2021-05-01", to: "2024-06-15"}\n')
            ]
        },
        {"national": "looser"},
        [
            Moved(
                "national",
                "holds",
                "silent",
                "looser",
                [Area(SIX, frozenset({"mee-source-control-2021/checklist-environment"}))],
                "rule",
                "mee-source-control-2021/checklist-environment",
            )
        ],
        ("2024-06-16", ""),
        "2024-06-30",
    ),
    "a rule is deleted": Case(
        {"rules/energy-review-2016/exempt.yaml": None},
        {"energy_review": "stricter"},
        [
            Moved(
                "energy_review",
                "exempt",
                "municipal",
                "stricter",
                [
                    Area(
                        {"energy_calorific_tce": "(, 1000)", "electricity_kwh": "(, 5e+06)"},
                        frozenset({"energy-review-2016/exempt"}),
                    )
                ],
            )
        ],
        ("2017-01-01", "2023-05-31"),
    ),
    "a rule is added": Case(
        {"rules/mee-source-control-2021/casting.yaml": ADDED + CITED},
        {"national": "stricter", "signing_review": "stricter", **bound("stricter", *DUAL_CONTROL, *OF_SIX)},
        [Moved("national", "outside", "in_scope", "stricter", [Area({"activity": {"casting"}}, CASTING)])],
        ("2021-05-01", ""),
        on_other_days=bound("stricter", *OF_SIX_SINCE_2023, *GRADE),
    ),
    "a gate applies in another city as well": Case(
        {
            "rules/gates/signing_review.yaml": [
                ("{field: city, is: xuchang}", "{field: city, in: [xuchang, zhengzhou]}")
            ]
        },
        {"signing_review": "stricter"},
        [
            Moved(
                "signing_review",
                "not_applicable",
                "not_required",
                "neither",
                [Area({"county": IN_ZHENGZHOU, "stage": {"proposed", "under_construction", "existing"}}, frozenset())],
            )
        ],
        ("2022-01-01", ""),
    ),
    "a document applies outside Henan as well": Case(
        {f"{R21}/source.yaml": [("applies_when: {field: province, is: henan}\n", "")]},
        {"catalog": "stricter", **bound("stricter", *DUAL_CONTROL)},
        [
            Moved(
                "catalog",
                "not_applicable",
                "class_1",
                "stricter",
                [
                    Area(
                        {**EIGHT, **LARGE, "county": column("regions/counties", "county") - HENAN["county"]},
                        frozenset({"henan-catalog-2021/class-one"}),
                        RETROFIT,
                    )
                ],
            )
        ],
        IN_2021,
    ),
    "a gate is new": Case(
        {"rules/gates/park.yaml": PARK, "rules/mee-source-control-2021/park.yaml": IN_PARK + CITED},
        {"park": "stricter"},
        [
            Moved(
                "park",
                "not_applicable",
                "inside",
                "stricter",
                [Area({"land_m2": "(666.6, )"}, frozenset({"mee-source-control-2021/park"}))],
            ),
            Moved("park", "not_applicable", "elsewhere", "neither", [Area({"land_m2": "(, 666.6]"}, frozenset())]),
        ],
        ("2021-05-01", ""),
    ),
    "a gate is deleted": Case(
        {
            "rules/gates/ledger.yaml": None,
            **{
                f"rules/henan-action-plan-2021/ledger-{name}.yaml": None
                for name in ("existing-lawful", "existing-unlawful", "proposed", "under-construction")
            },
        },
        {"ledger": "looser"},
        [],
        ("2021-11-11", ""),
    ),
    "a contract is sure to be reviewed": Case(
        {CONTRACT: [("strength: possible", "strength: required")]},
        {"signing_review": "stricter"},
        [],
        ("2022-01-01", ""),
    ),
    "the catalog begins later": Case(
        {f"{R21}/source.yaml": [('{from: "2021-12",', '{from: "2023-03-01",')]},
        {**LOOSER, "signing_review": "looser", **bound("looser", *RIGHTS, *DUAL_CONTROL)},
        [catalog("class_1", "not_applicable", "looser", {**EIGHT, **LARGE}, "class-one", RETROFIT)],
        ("2021-12-01", "2023-02-28"),
    ),
    "the catalog begins earlier": Case(
        {f"{R21}/source.yaml": [('{from: "2021-12",', '{from: "2021-11-20",')]},
        {"catalog": "stricter", "ledger": "stricter", **bound("stricter", *DUAL_CONTROL)},
        [catalog("not_applicable", "class_1", "stricter", {**EIGHT, **LARGE}, "class-one", RETROFIT)],
        ("2021-11-20", "2021-12-30"),
        "2021-11-25",
        {"joint_review": "stricter"},
    ),
    "the catalog of 2023 no longer supersedes": Case(
        {"rules/henan-catalog-2023/source.yaml": [("supersedes: [henan-catalog-2021]", "supersedes: []")]},
        {**STRICTER, "signing_review": "stricter", **bound("stricter", *RIGHTS, *DUAL_CONTROL, *GRADE)},
        [
            catalog(
                "not_listed",
                "class_1",
                "stricter",
                {
                    "activity": {
                        "steel_short",
                        "steel_rolling",
                        "refractory_sintered",
                        "refractory_unsintered",
                        "copper_secondary",
                        "leadzinc_secondary",
                        "aluminium_secondary",
                        "silicon_secondary",
                        "nonferrous_rolling",
                    },
                    **LARGE,
                },
                "class-one",
                RETROFIT,
            ),
            catalog(
                "not_listed",
                "class_2",
                "stricter",
                {
                    "activity": {
                        "copper_secondary",
                        "leadzinc_secondary",
                        "silicon_secondary",
                        "sanitary_ceramics",
                        "other_ceramics",
                        "refractory_sintered",
                        "corundum",
                        "bitumen_membrane",
                    },
                    **BETWEEN,
                },
                "class-two",
                RETROFIT,
            ),
        ],
        ("2023-01-01", ""),
        "2024-06-30",
    ),
}
