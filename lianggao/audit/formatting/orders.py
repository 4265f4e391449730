"""In which order the keys of a file stand: that of the models, told apart by what the file holds.

Keys that no model knows keep their places after those that one knows.
"""

from __future__ import annotations

from collections.abc import Collection

from lianggao.rulebook.conditions import FORMS, FieldCondition, Strict
from lianggao.rulebook.contents import Contents, DocumentPlace
from lianggao.rulebook.models import Cite, Conclude, Definition, Gate, OpenQuestion, Outcome, Period, Rule, Source
from lianggao.rulebook.requirements import Requirement
from lianggao.rulebook.yaml_reader import Path_

Order = tuple[str, ...]


def _keys(model: type[Strict]) -> Order:
    return tuple(field.alias or name for name, field in model.model_fields.items())


CATALOG: Order = ("id", "title", "document", "trust", "read_at", "note", "verified")
CONDITION: Order = (*FORMS, *(key for key in _keys(FieldCondition) if key not in FORMS))
WITHIN: dict[str, Order] = {
    "conclude": _keys(Conclude),
    "cite": _keys(Cite),
    "effective": _keys(Period),
    "contents": (*_keys(Contents), *_keys(DocumentPlace)),
    "require": CONDITION,
    "outcomes": _keys(Outcome),
    "otherwise": _keys(Outcome),
    "when": CONDITION,
    "applies_when": CONDITION,
}


def order_of(path: Path_, keys: Collection[str]) -> Order:
    """Return the order of the keys of the mapping at a path; at the top the keys say what the file is.

    >>> order_of(("cite",), ["place", "trust"])
    ('place', 'trust', 'faithful', 'why')
    >>> order_of((), ["require", "id"])[:5]
    ('id', 'title', 'department', 'when', 'require')
    """
    if not path:
        return _top(keys)
    if path[0] == "conclude" and len(path) > 1:
        return ()
    return WITHIN.get(str(path[0]), ())


def _top(keys: Collection[str]) -> Order:
    told_by: tuple[tuple[str, type[Strict]], ...] = (
        ("conclude", Rule),
        ("require", Requirement),
        ("outcomes", Gate),
        ("question", OpenQuestion),
        ("effective", Source),
        ("when", Definition),
    )
    return next((_keys(model) for key, model in told_by if key in keys), CATALOG)
