"""Check that rule files agree with each other: every document, gate, outcome, department, question and field exists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lianggao.errors import Fault, Hint, fault
from lianggao.rulebook.citations import check_citations
from lianggao.rulebook.files import Files
from lianggao.rulebook.models import Gate, Rule
from lianggao.rulebook.requirements import Check
from lianggao.rulebook.yaml_reader import Document, Path_
from lianggao.vocabulary import Vocabulary

SLOT = re.compile(r"\{(\w+)(?:\*(\d+(?:\.\d+)?))?\}")
"""A field's place in a sentence; with a number behind it, the quantity so many times."""


def check_names(files: Files, vocabulary: Vocabulary) -> list[Fault]:
    """Return a fault for every name that nothing answers to."""
    documents = {source.id: source for source, _ in files.sources}
    gates = {gate.id: gate for gate, _ in files.gates}
    procedures = {id: gate for id, gate in gates.items() if not isinstance(gate, Check)}
    questions = {question.id: question for question, _ in files.questions}
    faults: list[Fault] = []

    def missing(code: str, value: str, known: dict[str, object], document: Document, path: Path_) -> None:
        if value not in known:
            faults.append(fault(code, document.place(path), value=value, hint=Hint.nearest(value, known)))

    for source, at in files.sources:
        for i, older in enumerate(source.supersedes):
            missing("unknown-document", older, {**documents}, at, ("supersedes", i))
        for i, question in enumerate(source.open_questions):
            missing("unknown-question", question, {**questions}, at, ("open_questions", i))
        for i, place in enumerate(source.contents.places if source.contents else ()):
            for j, department in enumerate(place.departments):
                within = ("contents", "places", i, "departments", j)
                missing("unknown-department", department, {**vocabulary.departments}, at, within)
    for asked, at in files.questions:
        if asked.reading is not None:
            missing("unknown-field", asked.reading, {**vocabulary.fields}, at, ("reading",))
    for rule, at in files.rules:
        missing("unknown-document", rule.document, {**documents}, at, ("id",))
        # The one rule of a requirement is the requirement itself; no other may decide it.
        missing("unknown-gate", rule.gate, {**(gates if rule.gate == rule.id else procedures)}, at, ("gate",))
        for path, code, value, known in _names_in(rule, vocabulary):
            missing(code, value, known, at, path)
        for i, question in enumerate(rule.open_questions):
            missing("unknown-question", question, {**questions}, at, ("open_questions", i))
        faults += _outcome(rule, gates.get(rule.gate), at)
    for required, at in files.requirements:
        missing("unknown-department", required.department, {**vocabulary.departments}, at, ("department",))
        if sum(rule.id == required.id for rule, _ in files.rules) > 1:
            faults.append(fault("id-taken", at.place(("id",)), value=required.id))
        for name in _slots(required.holds, vocabulary):
            missing("unknown-field", name, {**vocabulary.fields}, at, ("holds",))
    return faults + check_citations(files)


def _names_in(rule: Rule, vocabulary: Vocabulary) -> Iterator[tuple[Path_, str, str, dict[str, object]]]:
    departments: dict[str, object] = {**vocabulary.departments}
    for i, department in enumerate(rule.conclude.departments):
        yield ("conclude", "departments", i), "unknown-department", department, departments
    for department in rule.conclude.checklist:
        yield ("conclude", "checklist", department), "unknown-department", department, departments
    for name in _slots(rule.because, vocabulary):
        yield ("because",), "unknown-field", name, {**vocabulary.fields}


def _slots(sentence: str, vocabulary: Vocabulary) -> Iterator[str]:
    """Yield the field of whatever stands in braces, or all of it where it could not be filled."""
    for inside in re.findall(r"\{([^{}]*)\}", sentence):
        slot = SLOT.fullmatch(f"{{{inside}}}")
        counted = slot is not None and slot[1] in vocabulary.fields and vocabulary[slot[1]].kind == "quantity"
        yield slot[1] if slot and (counted or not slot[2]) else inside


def _outcome(rule: Rule, gate: Gate | None, at: Document) -> list[Fault]:
    outcome = rule.conclude.outcome
    if gate is None or outcome is None or outcome in (known := {o.id: o for o in gate.outcomes}):
        return []
    place = at.place(("conclude", "outcome"))
    return [fault("unknown-outcome", place, gate=gate.id, value=outcome, hint=Hint.nearest(outcome, {**known}))]
