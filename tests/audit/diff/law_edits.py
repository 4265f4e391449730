"""Edits of the law that several tests compare with the law as it is."""

from __future__ import annotations

import re
from random import Random

from oracle.copies import Edits

from lianggao.rulebook.home import shipped_law

R21, R23, DEF21 = "rules/henan-catalog-2021", "rules/henan-catalog-2023", "rules/henan-catalog-2021/definitions"
ITEMS21 = "catalogs/henan-catalog-2021/items.csv"
CLASS_TWO, CLASS_ONE, CARVE_OUT = (
    f"{DEF21}/{n}.yaml" for n in ("class-two-scope", "class-one-scope", "retrofit-carve-out")
)
PLANNED = "rules/henan-joint-review-2021/planned-listed.yaml"
CONTRACT = "rules/xuchang-signing-review-2022/candidate-contract.yaml"


def cite_of(file: str) -> str:
    """Return the citation of a shipped rule, for a rule made up in the same document."""
    found = re.search(r"(?m)^cite:\n(  .*\n)+", (shipped_law() / file).read_text(encoding="utf-8"))
    assert found
    return found[0]


MIXED: dict[str, Edits] = {
    "lines, an item and a carve-out": {
        CLASS_TWO: [("at_least: 10000", "at_least: 12000")],
        CLASS_ONE: [("at_least: 50000", "more_than: 40000"), ("coking, ", "")],
        CARVE_OUT: [('\n    - {field: capacity_added, is: "no"}', "")],
        ITEMS21: [("22,沥青防水材料,,bitumen_membrane,reprint,", "22,防水材料,,polymer_membrane;soda_ash,reprint,")],
        "rules/energy-review-2016/exempt.yaml": [("less_than: 1000}", "at_most: 1500}")],
        "catalogs/mee-six-industries/industries.csv": [("refining;ethylene_px;", "refining;")],
    },
    "reviews, precedence and a gate's reach": {
        PLANNED: [("[signing, proposed]", "[proposed, under_construction]"), ("industry, land", "land, commerce")],
        CONTRACT: [("strength: possible", "strength: required")],
        "rules/gates/ledger.yaml": [
            ("  - {id: punish, label: 查处, burden: 4}\n", ""),
            ("burden: 3}\n", "burden: 3}\n  - {id: punish, label: 查处, burden: 4}\n"),
        ],
        "rules/gates/signing_review.yaml": [("{field: city, is: xuchang}", "{field: city, in: [xuchang, zhengzhou]}")],
        "rules/henan-action-plan-2021/priority-line.yaml": [("at_least: 10000", "more_than: 10000")],
        f"{R23}/class-two-pvc.yaml": None,
        "rules/energy-carbon-review-2025/provincial.yaml": [
            ("field: coal_t, at_least: 10000", "field: coal_t, at_least: 2000")
        ],
    },
    "a new gate before others": {
        "rules/gates/park.yaml": """id: park
title: 园区
applies_when: {field: province, is: henan}
outcomes:
  - {id: inside, label: 园区内, burden: 1}
otherwise: {id: elsewhere, label: 园区外, burden: 0}
""",
        "rules/henan-joint-review-2021/park.yaml": """id: henan-joint-review-2021/park
title: 园区
gate: park
when:
  any:
    - {field: land_m2, more_than: 666.6}
    - {gate: national, is: in_scope}
conclude: {outcome: inside, departments: [land], strength: possible}
because: 测试
"""
        + cite_of(PLANNED),
        PLANNED: [
            (
                "    - {gate: catalog, in: [class_1, class_2]}",
                "    - {gate: park, is: inside}\n    - {gate: catalog, in: [class_1, class_2, excluded]}",
            )
        ],
        "rules/henan-joint-review-2021/checklist-industry.yaml": [
            ("when: {gate: joint_review, is: required}", "when: {gate: ledger, in: [strict_admission, punish]}")
        ],
    },
}


def random_edits(seed: int) -> Edits:
    """Return a few edits that nudge thresholds, flip operators and drop or swap members, departments and parts."""
    rng = Random(seed)
    root = shipped_law()
    files = [
        p
        for p in sorted((root / "rules").rglob("*.yaml"))
        if p.parent.name not in ("open-questions", "gates") and p.stem != "source"
    ]
    found: dict[str, str] = {}
    for path in rng.sample(files, 4):
        text = path.read_text(encoding="utf-8")
        changed = _changed(text, rng)
        if changed != text:
            found[path.relative_to(root).as_posix()] = changed
    return found


def _changed(text: str, rng: Random) -> str:
    ways = [
        (
            r"(at_least|more_than|less_than|at_most): (\d+)",
            lambda m: f"{m[1]}: {rng.choice((800, 5000, 10000, 12000, 50000, 60000))}",
        ),
        (r"at_least:", lambda _: "more_than:"),
        (r"less_than:", lambda _: "at_most:"),
        (r"(in|not_in|departments): \[(\w+), ", lambda m: f"{m[1]}: ["),
        (r'is: "(yes|no)"', lambda m: 'is: "no"' if m[1] == "yes" else 'is: "yes"'),
        (r"(?m)^    - \{(field|gate): .*\}\n(?=    - )", lambda _: ""),
        (r"strength: possible", lambda _: "strength: required"),
        (r"(?<=in: )\[class_1, class_2\]", lambda _: "[class_2, excluded]"),
    ]
    rng.shuffle(ways)
    for pattern, change in ways:
        places = list(re.finditer(pattern, text.split("\nconclude:")[0] if "departments" not in pattern else text))
        if places:
            place = rng.choice(places)
            return text[: place.start()] + change(place) + text[place.end() :]
    return text
