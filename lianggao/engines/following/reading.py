"""Read events from JSON Lines, or one from a mapping, and say of every mistake where it is."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn, cast, get_args

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from lianggao.engines.following.events import FIELDS, Event
from lianggao.errors import Fault, Hint, InputError, Place, fault
from lianggao.project import Project

_EVENT: TypeAdapter[Event] = TypeAdapter(Event)
_MODELS: dict[str, type[BaseModel]] = {
    kind: model for model in get_args(get_args(Event)[0]) for kind in get_args(model.model_fields["event"].annotation)
}
KINDS = tuple(_MODELS)

_NOT_BLANK = Hint("write a text that is not blank", "写非空白的文本")
_TRUTH = Hint("write true or false", "写 true 或 false")
_HINTS = {"id": _NOT_BLANK, "of": _NOT_BLANK, "passed": _TRUTH, "approved": _TRUTH}
_DATE = Hint('write a text such as "2022-03-01", "2022-03" or "2022"', "写成 “2022-03-01”“2022-03”“2022” 这样的文本")
_TEXT = Hint("write a text that is not blank, or withdraw the event", "写非空白的文本；不再主张的请撤回该事件")
_AMOUNT = Hint(
    "write a number in the field's unit, a text with its unit, or [low, high]",
    "写以该字段单位计的数字、带单位的文本，或 [下限, 上限]",
)


def read_events(path: Path) -> list[Event]:
    """Read a file of one JSON object a line. Raises InputError with every fault, each with its line."""
    if not path.is_file():
        raise InputError([fault("file-missing", value=path.name)])
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError([fault("not-utf8", Place(path.name))]) from None
    events, faults = dict[str, Event](), list[Fault]()
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            place = Place(path.name, number)
            try:
                event = event_of(_object(line, place), place)
                faults += check_new(event, events, place)
                events.setdefault(event.id, event)
            except InputError as error:
                faults += error.faults
    if not events and not faults:
        faults.append(fault("no-event", Place(path.name)))
    if faults:
        raise InputError(faults)
    return list(events.values())


def event_of(given: Mapping[str, Any] | Event, place: Place | None = None) -> Event:
    """Read one event. Raises InputError.

    >>> event_of({"id": "e1", "at": "2022-03", "event": "signed"}).at
    '2022-03'
    """
    try:
        return _EVENT.validate_python(given)
    except ValidationError as error:
        data = given if isinstance(given, Mapping) else {}
        found = [_fault(details, data, place) for details in error.errors(include_url=False)]
        raise InputError(list(dict.fromkeys(found))) from None


def check_new(event: Event, told: Mapping[str, Event], place: Place | None = None) -> list[Fault]:
    """Return a fault where another event was told under the same id; the same event once more is none."""
    other = told.get(event.id)
    return [] if other in (None, event) else [fault("event-repeated", place, value=event.id)]


def _object(line: str, place: Place) -> dict[str, Any]:
    faults: list[Fault] = []

    def keys(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
        names = [name for name, _ in pairs]
        faults.extend(fault("duplicate-key", place, key=n) for n in dict.fromkeys(names) if names.count(n) > 1)
        return dict(pairs)

    try:
        found = json.loads(line, object_pairs_hook=keys, parse_constant=_no_number)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        faults.append(fault("not-json-object", place))
    if faults:
        raise InputError(faults)
    return cast(dict[str, Any], found)


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


def _fault(details: ErrorDetails, given: Mapping[str, Any], place: Place | None) -> Fault:
    kind, loc = details["type"], details["loc"]
    key = str(loc[1]) if len(loc) > 1 else "event"
    if kind == "extra_forbidden":
        return fault("unknown-key", place, key=key, hint=Hint.nearest(key, _MODELS[str(loc[0])].model_fields))
    if kind in ("missing", "union_tag_not_found"):
        return fault("missing-key", place, key=key)
    if kind == "union_tag_invalid":
        shown = str(given.get("event"))
        return fault("event-unknown", place, value=shown, hint=Hint.nearest(shown, KINDS))
    if kind == "nothing_new":
        return fault("correction-empty", place)
    if kind == "value":
        key = "value"
    return _of_value(kind, key, given.get(key), str(given.get("field", "")), place)


def _of_value(kind: str, key: str, value: Any, field: str, place: Place | None) -> Fault:
    shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    if kind == "not_a_date":
        return fault("not-a-date", place, value=shown)
    if kind == "not_told":
        return fault("fact-not-told", place, value=shown)
    if kind == "unknown_field":
        return fault("unknown-field", place, value=shown, hint=Hint.nearest(shown, FIELDS))
    hint = _HINTS.get(key) or (_DATE if key in ("at", "dated") else _AMOUNT if _is_amount(field) else _TEXT)
    return fault("event-value", place, value=shown, key=key, hint=hint)


def _is_amount(field: str) -> bool:
    known = Project.model_fields.get(field)
    return known is not None and float in get_args(known.annotation)
