"""Turn a read file into a model, and a model's complaints into faults with line and column."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from lianggao.errors import Fault, Hint, fault
from lianggao.rulebook.conditions import FORM_OF, QUANTITY_OPERATORS
from lianggao.rulebook.yaml_reader import Document, Path_

M = TypeVar("M", bound=BaseModel)


def parse(model: type[M], document: Document) -> tuple[M | None, list[Fault]]:
    """Validate the document's data; return the model or None, and the faults of reading and validating."""
    if document.faults:
        return None, document.faults
    try:
        return model.model_validate(document.data), []
    except ValidationError as error:
        found = {_fault(details, document, model): None for details in error.errors()}
        return None, list(found)


def _fault(details: ErrorDetails, document: Document, model: type[BaseModel]) -> Fault:
    path, last = _within(details["loc"], document.data)
    kind = details["type"]
    if kind == "extra_forbidden":
        hint = _nearest(last, _model_at(model, details["loc"]))
        return fault("unknown-key", document.place(path, key=True), key=last, hint=hint)
    if kind == "missing":
        code = "citation-missing" if last == "cite" else "missing-key"
        return fault(code, document.place(path), key=last)
    if path and path[-1] in QUANTITY_OPERATORS:
        return fault("threshold-not-number", document.place(path), value=_shown(details["input"], last))
    if kind in ("wrong_condition", "union_tag_not_found"):
        return fault("wrong-condition", document.place(path), why=details["msg"])
    why = "keys and values are needed here" if kind == "model_type" else details["msg"].removeprefix("Value error, ")
    shown = _shown(details["input"], last or document.file)
    return fault("wrong-value", document.place(path), value=shown, why=why[:1].lower() + why[1:])


def _shown(value: Any, key: str) -> str:
    """Return a value as written, or the key of one that is a list, a mapping or nothing."""
    return key if isinstance(value, dict | list | None) else str(value)


def _within(loc: tuple[int | str, ...], data: Any) -> tuple[Path_, str]:
    """Drop from a model's location the parts that are names of forms, not keys of the file."""
    path: Path_ = ()
    for part in loc:
        inside = part in data if isinstance(data, dict) else isinstance(data, list) and isinstance(part, int)
        if inside:
            path, data = (*path, part), data[part]
    return path, str(loc[-1]) if loc else ""


def _model_at(model: type[BaseModel], loc: tuple[int | str, ...]) -> type[BaseModel]:
    """Return the model whose keys are expected at a location: the innermost on the way there."""
    for part in loc[:-1]:
        found = [info for name, info in model.model_fields.items() if part in (name, info.alias)]
        types = [FORM_OF.get(part), *(t for info in found for t in (info.annotation, *get_args(info.annotation)))]
        model = next((t for t in types if isinstance(t, type) and issubclass(t, BaseModel)), model)
    return model


def _nearest(key: str, model: type[BaseModel]) -> Hint:
    known = [info.alias or name for name, info in model.model_fields.items()]
    return Hint.nearest(key, known) if get_close_matches(key, known, 1) else Hint("remove it", "请删去")
