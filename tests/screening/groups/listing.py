"""Make lists whose rows have names, owners, codes and places beside the facts, and find their groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
from building import CLINKER, Stated, facts_of

from lianggao.facts import Facts
from lianggao.rulebook import load_law
from lianggao.screening import Screening
from lianggao.screening.group import GroupFinding
from lianggao.screening.screening import screen_facts

TEXTS = ("project_name", "owner", "uscc", "project_code", "place")
EQUIVALENT, CALORIFIC, UNSTATED = "energy_equivalent_tce", "energy_calorific_tce", "energy_unstated_tce"
SITE: Stated = {**CLINKER, "owner": "甲公司", "place": "禹州市古城镇1号"}
"""A cement clinker project of one owner at one site."""


def listed(rows: Sequence[Stated]) -> Facts:
    """Return the facts of a list."""
    facts = facts_of(load_law(), rows)
    texts = {name: pd.Series([row.get(name, "") for row in rows], dtype="str") for name in TEXTS}
    return replace(facts, texts={**facts.texts, **texts})


def screened(rows: Sequence[Stated], as_of: str | None = "2022-06-30") -> Screening:
    """Screen a list."""
    return screen_facts(listed(rows), load_law(), as_of)


def found(rows: Sequence[Stated], kind: str, as_of: str | None = "2022-06-30") -> list[GroupFinding]:
    """Return the findings of one kind."""
    return [group for group in screened(rows, as_of).groups if group.kind == kind]


def at_site(figures: Sequence[Any], field: str = EQUIVALENT, **more: Any) -> list[dict[str, Any]]:
    """Return projects of different names at one site; a figure is a number, an interval or None."""
    return [{**SITE, "project_name": f"{at}号线", field: figure, **more} for at, figure in enumerate(figures, 1)]
