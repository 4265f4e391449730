"""Apply the rule files to one concrete project, as docs/rule-files.md says, straight from the YAML and CSV.

A situation is a project whose every fact is known, on a day, under documents whose first day is known: nothing is
open, so that each gate has one outcome and each rule holds or does not. Files are read with the plain parsers and the
conditions turned into plain functions; nothing of the library is used.
"""

from __future__ import annotations

import csv
from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

Facts = Mapping[str, Any]
Check = Callable[["Situation"], bool]
NOT_APPLICABLE = "not_applicable"


def days_of(text: str) -> tuple[date, date]:
    """Return the first and last day that a date written as day, month or year may mean."""
    year, month, day = (int(part) for part in [*text.split("-"), "0", "0"][:3])
    last = monthrange(year, month or 12)[1]
    return date(year, month or 1, day or 1), date(year, month or 12, day or last)


class WrittenLaw:
    """The files under `rules/` and `catalogs/`, as plain data and plain functions."""

    def __init__(self, root: Path) -> None:
        yaml = YAML(typ="safe", pure=True)
        files = {p.relative_to(root / "rules"): yaml.load(p) for p in sorted((root / "rules").rglob("*.yaml"))}
        kind_of = {path: self._kind(path) for path in files}
        by_kind = {kind: {d["id"]: d for p, d in files.items() if kind_of[p] == kind} for kind in kind_of.values()}
        self.tables = {
            f"{p.parent.name}/{p.stem}": list(csv.DictReader(p.read_text("utf-8-sig").splitlines()))
            for p in (root / "catalogs").glob("*/*.csv")
        }
        self.fields = {row["field"]: row for row in self.tables["vocabulary/fields"]}
        self.sources, self.gates, self.rules = by_kind["source"], by_kind["gate"], by_kind["rule"]
        self.definitions = by_kind["definition"]
        self.checks = by_kind.get("check", {})
        # A requirement fails where it binds a project and its demand is not met, and holds where it is.
        self.gates |= {id: _gate_of(check) for id, check in self.checks.items()}
        self.rules |= {id: _rule_of(check) for id, check in self.checks.items()}
        self.periods = {id: source["effective"] for id, source in self.sources.items()}
        self.periods |= {id: rule["effective"] for id, rule in self.rules.items() if "effective" in rule}
        self.when = {id: self.check(rule["when"]) for id, rule in self.rules.items()}
        self.applies = {id: self.check(g.get("applies_when", {"all": []})) for id, g in self.gates.items()}
        self.territory = {id: self.check(s.get("applies_when", {"all": []})) for id, s in self.sources.items()}
        self.of_gate = {id: [r for r in self.rules.values() if r["gate"] == id] for id in self.gates}

    @staticmethod
    def _kind(path: Path) -> str:
        if path.parts[0] in ("gates", "open-questions"):
            return path.parts[0].removesuffix("s")
        folder = {"definitions": "definition", "checks": "check"}.get(path.parts[1])
        return folder or ("source" if path.stem == "source" else "rule")

    def check(self, when: Mapping[str, Any]) -> Check:
        """Turn a written condition into a function of a situation."""
        if "all" in when:
            every = [self.check(part) for part in when["all"]]
            return lambda s: all(part(s) for part in every)
        if "any" in when:
            some = [self.check(part) for part in when["any"]]
            return lambda s: any(part(s) for part in some)
        if "not" in when:
            part = self.check(when["not"])
            return lambda s: not part(s)
        if "ref" in when:
            return self.check(self.definitions[when["ref"]]["when"])
        if "gate" in when:
            gate, wanted = when["gate"], {when["is"]} if "is" in when else set(when["in"])
            return lambda s: s.outcome(gate) in wanted
        return self._field(when["field"], *next((k, v) for k, v in when.items() if k != "field"))

    def _field(self, name: str, operator: str, given: Any) -> Check:
        if operator in ("at_least", "more_than", "at_most", "less_than"):
            return {
                "at_least": lambda s: s.project[name] >= given,
                "more_than": lambda s: s.project[name] > given,
                "at_most": lambda s: s.project[name] <= given,
                "less_than": lambda s: s.project[name] < given,
            }[operator]
        value = self._value(name)
        if operator == "in_catalog":
            listed = {v.strip() for row in self.tables[given] for v in row[name].split(";")} - {""}
            return lambda s: value(s.project) in listed
        if operator == "not_in":
            return lambda s: value(s.project) not in given
        wanted = {given} if operator == "is" else set(given)
        return lambda s: value(s.project) in wanted

    def _value(self, name: str) -> Callable[[Facts], str]:
        base = self.fields[name]["derived_from"]
        if not base:
            return lambda project: project[name]
        table = self.tables[self.fields[base]["domain"].removeprefix("catalogs:")]
        of_base = {row[base]: row[name] for row in table}
        return lambda project: of_base[project[base]]

    def derived(self, name: str, project: Facts) -> str:
        """Return the value of a derived field."""
        return self._value(name)(project)

    def values(self, name: str) -> list[str]:
        """Return the values that a choice may have."""
        domain = self.fields[name]["domain"]
        if domain.startswith("catalogs:"):
            return [row[name] for row in self.tables[domain.removeprefix("catalogs:")]]
        return [row["value"] for row in self.tables["vocabulary/enumerations"] if row["domain"] == domain]

    def thresholds(self, name: str) -> set[float]:
        """Return every number that some file compares a quantity with."""
        whole = [*self.rules.values(), *self.definitions.values()]
        tests = (part for written in whole for part in _parts(written["when"]) if part.get("field") == name)
        return {float(v) for part in tests for k, v in part.items() if k not in ("field",)}


def _gate_of(check: Mapping[str, Any]) -> dict[str, Any]:
    binds = check.get("when", {"all": []})
    return {"id": check["id"], "applies_when": binds, "outcomes": [{"id": "fails"}], "otherwise": {"id": "holds"}}


def _rule_of(check: Mapping[str, Any]) -> dict[str, Any]:
    own = {"effective": check["effective"]} if "effective" in check else {}
    demand = {"when": {"not": check["require"]}, "conclude": {"outcome": "fails"}}
    return {"id": check["id"], "gate": check["id"], **demand, **own}


def _parts(when: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield when
    for part in [*when.get("all", []), *when.get("any", []), *([when["not"]] if "not" in when else [])]:
        yield from _parts(part)


@dataclass(frozen=True)
class Calendar:
    """A day, and the actual first and last days of texts that are dated only to the month or year of that day."""

    law: WrittenLaw
    day: date
    starts: Mapping[str, date] = field(default_factory=dict)
    ends: Mapping[str, date] = field(default_factory=dict)

    @cached_property
    def documents(self) -> frozenset[str]:
        """Return the documents in force: begun, not ended, and not superseded by one that has begun."""
        sources = self.law.sources.values()
        begun = {s["id"] for s in sources if self._start(s["id"]) <= self.day}
        gone = {older for s in sources if s["id"] in begun for older in s.get("supersedes", ())}
        return frozenset(s["id"] for s in sources if s["id"] not in gone and self._covers(s["id"]))

    @cached_property
    def rules(self) -> frozenset[str]:
        """Return the rules in force: their document's, unless their own, narrower period says otherwise."""
        mine = (rule for rule in self.law.rules if rule.split("/")[0] in self.documents)
        return frozenset(rule for rule in mine if rule not in self.law.periods or self._covers(rule))

    def _covers(self, text: str) -> bool:
        return self._start(text) <= self.day <= self._end(text)

    def _start(self, text: str) -> date:
        first, last = days_of(self.law.periods[text]["from"])
        return first if self.day < first else last if self.day >= last else self.starts[text]

    def _end(self, text: str) -> date:
        to = self.law.periods[text]["to"]
        first, last = days_of(to) if to else (date.max, date.max)
        return first if self.day <= first else last if self.day > last else self.ends[text]


@dataclass(frozen=True)
class Situation:
    """One project of which every fact is known. `given` are outcomes of gates that are taken as they are."""

    calendar: Calendar
    project: Facts
    given: Mapping[str, str] = field(default_factory=dict)

    def outcome(self, gate: str) -> str:
        """Return a gate's outcome: the first in order of precedence that some rule gives."""
        if gate in self.given:
            return self.given[gate]
        if gate not in self._found:
            self._found[gate] = self._decide(gate)
        return self._found[gate]

    @cached_property
    def _found(self) -> dict[str, str]:
        return {}

    @cached_property
    def _held(self) -> dict[str, bool]:
        return {}

    def _decide(self, gate: str) -> str:
        law = self.calendar.law
        deciding = [rule for rule in law.of_gate[gate] if rule["conclude"].get("outcome")]
        if gate in law.checks:
            # Outside its own period a requirement binds nobody.
            deciding = [rule for rule in deciding if rule["id"] in self.calendar.rules]
        if not any(self._here(rule["id"].split("/")[0]) for rule in deciding) or not law.applies[gate](self):
            return NOT_APPLICABLE
        given = {rule["conclude"]["outcome"] for rule in deciding if self.holds(rule["id"])}
        known = law.gates[gate]
        return next((o["id"] for o in known["outcomes"] if o["id"] in given), known["otherwise"]["id"])

    def holds(self, rule: str) -> bool:
        """Return whether a rule holds: in force, where its gate and its document apply, under its own condition."""
        if rule not in self._held:
            here = rule in self.calendar.rules and self._here(rule.split("/")[0])
            self._held[rule] = here and self.calendar.law.when[rule](self) and self._reached(rule)
        return self._held[rule]

    def _here(self, document: str) -> bool:
        return document in self.calendar.documents and self.calendar.law.territory[document](self)

    def _reached(self, rule: str) -> bool:
        gate = self.calendar.law.rules[rule]["gate"]
        return self.given[gate] != NOT_APPLICABLE if gate in self.given else self.calendar.law.applies[gate](self)

    def department(self, name: str, rules: Mapping[str, Any]) -> str:
        """Return whether some of the rules requires a department, names it as possible, or none does."""
        named = [r["conclude"].get("strength", "required") for r in rules.values() if self._names(r, name)]
        return "required" if "required" in named else "possible" if named else "not_required"

    def _names(self, rule: Mapping[str, Any], department: str) -> bool:
        return department in rule["conclude"].get("departments", ()) and self.holds(rule["id"])
