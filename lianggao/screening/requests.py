"""What to ask for so that requirements can be decided: of a computed fact, the figures that it is computed from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lianggao.screening.missing_facts import Kind, kind_of
from lianggao.screening.result import CheckResult, MissingFact
from lianggao.vocabulary import Vocabulary

ANSWERS: dict[Kind, str] = {"fact": "项目单位", "open_question": "主管部门", "date": "主管部门"}
"""Who can answer, by the kind of what is asked."""


class Request(NamedTuple):
    """A field to ask for, what to ask, and as `kind` who can answer: the project, or the authority."""

    field: str
    label: str
    question: str
    kind: Kind


def requests_of(checks: Iterable[CheckResult], vocabulary: Vocabulary) -> tuple[Request, ...]:
    """Return what to ask for about some requirements, each field once; nothing where no answer would help."""
    asked = (request for check in checks for fact in check.missing for request in _of_fact(check, fact, vocabulary))
    return tuple({request.field: request for request in asked}.values())


def _of_fact(check: CheckResult, fact: MissingFact, vocabulary: Vocabulary) -> Iterator[Request]:
    if not fact.inputs and not check.not_on_file:
        yield Request(fact.field, fact.label, fact.question, fact.kind)
    for name in fact.inputs:
        if name == fact.field:
            yield Request(name, fact.label, fact.question, fact.kind)
        else:
            field = vocabulary[name]
            yield Request(name, field.label, field.question or f"请提供{field.label}", kind_of(name, field))
