"""Turn a read file into a model, and a model's complaints into faults with line and column."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from lianggao.errors import Fault, fault
from lianggao.rulebook.conditions import QUANTITY_OPERATORS
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
        return fault("unknown-key", document.place(path, key=True), key=last, hint=_nearest(last, model))
    if kind == "missing":
        code = "citation-missing" if last == "cite" else "missing-key"
        return fault(code, document.place(path), key=last)
    if path and path[-1] in QUANTITY_OPERATORS:
        return fault("threshold-not-number", document.place(path), value=details["input"])
    if kind in ("wrong_condition", "union_tag_not_found"):
        return fault("wrong-condition", document.place(path), why=details["msg"])
    why = details["msg"].removeprefix("Value error, ")
    return fault("wrong-value", document.place(path), value=details["input"], why=why[:1].lower() + why[1:])


def _within(loc: tuple[int | str, ...], data: Any) -> tuple[Path_, str]:
    """Drop from a model's location the parts that are names of forms, not keys of the file."""
    path: Path_ = ()
    for part in loc:
        inside = part in data if isinstance(data, dict) else isinstance(data, list) and isinstance(part, int)
        if inside:
            path, data = (*path, part), data[part]
    return path, str(loc[-1]) if loc else ""


def _nearest(key: str, model: type[BaseModel]) -> str:
    known = [info.alias or name for name, info in model.model_fields.items()]
    near = get_close_matches(key, known, 1)
    return f"did you mean `{near[0]}`?" if near else "remove it"
