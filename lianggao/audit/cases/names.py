"""Check the names in case files against the law: rules, requirements, gates, outcomes, departments, fields and values.

A value that nothing reads would be screened as if it were left blank, and the case would test something else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from pydantic import ValidationError

from lianggao.audit.cases.models import Case, Suite, Value, WholeCase, WholeSet
from lianggao.errors import Fault, Hint, fault
from lianggao.intake import read_headers
from lianggao.project import Project, project_facts
from lianggao.rulebook import Law
from lianggao.rulebook.axes import outcomes_of
from lianggao.rulebook.force import IN_FORCE
from lianggao.rulebook.requirements import Check
from lianggao.rulebook.yaml_reader import Document, Path_


def check_names(content: Suite | WholeSet, document: Document, law: Law) -> list[Fault]:
    """Return a fault for every name that nothing answers to, every name given twice and every value not read."""
    check = _Check(document, law)
    names = set[str]()
    if isinstance(content, Suite):
        check.suite(content)
    cases: Sequence[Case | WholeCase] = content.cases
    for at, case in enumerate(cases):
        path = ("cases", at)
        if case.name in names:
            check.wrong("case-named-twice", (*path, "name"), value=case.name)
        names.add(case.name)
        for field, value in case.project.items():
            check.stated(field, value, (*path, "project", field), (*path, "project", field))
        if isinstance(case, Case):
            check.case(case, path)
        else:
            check.whole_case(case, path)
    return list(dict.fromkeys(check.faults))


class _Check:
    """Gathers the faults of one file."""

    def __init__(self, document: Document, law: Law) -> None:
        self._document, self._law, self.faults = document, law, list[Fault]()
        self._fields = [name for name, known in law.vocabulary.fields.items() if known.kind != "derived"]
        self._rules = {rule.id: rule.rule for rule in law.rules}
        self._checks = [id for id, gate in law.gates.items() if isinstance(gate, Check)]
        self._of = ""
        in_force = [IN_FORCE + id for id in (*law.sources, *self._rules)]
        self._open = [*law.vocabulary.fields, *law.gates, *in_force]

    def wrong(self, code: str, path: Path_, key: bool = False, **words: object) -> None:
        """Add a fault at a place."""
        self.faults.append(fault(code, self._document.place(path, key), **words))

    def suite(self, suite: Suite) -> None:
        """Check what a suite names besides its cases."""
        if self._rule(suite.rule, ("rule",)):
            self._of = suite.rule
        for field, values in suite.never.items():
            for value in values:
                self.stated(field, value, ("never", field), ("never", field, value), key=True)

    def case(self, case: Case, path: Path_) -> None:
        """Check what a rule case names besides its project."""
        if case.status is not None and self._of and self._of not in self._checks:
            self.wrong("status-without-requirement", (*path, "status"), True, value=self._of)
        for field, values in case.each.items():
            for at, value in enumerate(values):
                self.stated(field, value, (*path, "each", field), (*path, "each", field, at))
        for at, name in enumerate(case.depends_on):
            self._among("unknown-fact", name, self._open, (*path, "depends_on", at))

    def whole_case(self, case: WholeCase, path: Path_) -> None:
        """Check what a whole case names besides its project, and that it expects something."""
        expected = (case.gates, case.departments, case.deciding, case.checks, case.asks)
        if not any(expected) and case.missing is None:
            self.wrong("nothing-expected", (*path, "name"), value=case.name)
        for gate, outcomes in case.gates.items():
            if self._among("unknown-gate", gate, self._law.gates, (*path, "gates", gate), key=True):
                known = outcomes_of(self._law.gates[gate])
                for at, outcome in enumerate(outcomes):
                    self._among("unknown-outcome", outcome, known, (*path, "gates", gate, at), gate=gate)
        for name in case.departments:
            departments = self._law.vocabulary.departments
            self._among("unknown-department", name, departments, (*path, "departments", name), key=True)
        for at, name in enumerate(case.missing or ()):
            self._among("unknown-fact", name, self._open, (*path, "missing", at))
        for gate, rules in case.deciding.items():
            if self._among("unknown-gate", gate, self._law.gates, (*path, "deciding", gate), key=True):
                for at, id in enumerate(rules):
                    self._deciding(gate, id, (*path, "deciding", gate, at))
        for check in case.checks:
            self._among("unknown-requirement", check, self._checks, (*path, "checks", check), key=True)
        for check, fields in case.asks.items():
            self._among("unknown-requirement", check, self._checks, (*path, "asks", check), key=True)
            for at, name in enumerate(fields):
                self._among("unknown-fact", name, self._open, (*path, "asks", check, at))

    def stated(self, field: str, value: Value, at_field: Path_, at_value: Path_, key: bool = False) -> None:
        """Check one statement about a project; `key` says that the value is written as a key."""
        if not self._among("unknown-field", field, self._fields, at_field, key=True):
            return
        known = self._law.vocabulary[field]
        try:
            project = Project.of({field: value})
        except ValidationError as error:
            why = error.errors()[0]["msg"]
            self.wrong("wrong-in-case", at_value, key, value=value, why=why[:1].lower() + why[1:])
            return
        if known.is_choice:
            self._among("stranger-in-enum", str(value), known.values, at_value, key, field=field)
        elif known.kind != "text" and isinstance(value, str) and not self._is_read(project):
            self.wrong("wrong-in-case", at_value, key, value=value, why=f"it can't be read as `{field}`")

    def _is_read(self, project: Project) -> bool:
        """Return whether the one quantity or date that a project states is understood."""
        facts = project_facts([project], self._law.vocabulary, read_headers(self._law.catalogs))
        return bool(facts.text("decision_date")[0]) or any(span.stated[0] for span in facts.quantities.values())

    def _among(self, code: str, name: str, known: Iterable[str], path: Path_, key: bool = False, **words: str) -> bool:
        names = list(known)
        if name not in names:
            self.wrong(code, path, key, value=name, hint=Hint.nearest(name, names), **words)
        return name in names

    def _rule(self, id: str, path: Path_) -> bool:
        if id not in self._rules:
            near = get_close_matches(id, self._rules, 1, 0)
            self.wrong("rule-unknown", path, value=id, near=near[0] if near else "")
        return id in self._rules

    def _deciding(self, gate: str, id: str, path: Path_) -> None:
        if self._rule(id, path) and (self._rules[id].gate != gate or not self._rules[id].conclude.outcome):
            self.wrong("rule-not-deciding", path, value=id, gate=gate)
