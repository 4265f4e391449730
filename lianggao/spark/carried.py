"""Carry an error from a worker to the driver, through the only thing that Spark brings back of it: its text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from lianggao.errors import EngineError, Fault, Hint, InputError, LawError, LianggaoError, Place

_MARK = "lianggao-error"
_CARRIED = re.compile(rf"{_MARK} (\{{.*\}})")
_KINDS = {kind.__name__: kind for kind in (InputError, LawError, EngineError)}


@contextmanager
def sent_on() -> Iterator[None]:
    """Turn an error of ours into one whose text holds all of it, in a worker."""
    try:
        yield
    except LianggaoError as error:
        raise RuntimeError(f"{error}\n{_MARK} {_written(error)}") from None


@contextmanager
def received() -> Iterator[None]:
    """Raise the error of ours that a worker sent on instead of Spark's, in the driver; others stay as they are."""
    try:
        yield
    except Exception as failed:
        if found := _CARRIED.search(str(failed)):
            raise _read(json.loads(found[1])) from None
        raise


def _written(error: LianggaoError) -> str:
    faults = [
        {
            "code": fault.code,
            "place": [fault.place.file, fault.place.line, fault.place.column, fault.place.cell],
            "words": {name: list(word) if isinstance(word, Hint) else str(word) for name, word in fault.words},
        }
        for fault in error.faults
    ]
    kind = next((name for name, kind in _KINDS.items() if isinstance(error, kind)), "InputError")
    return json.dumps({"kind": kind, "faults": faults, "detail": getattr(error, "detail", "")})


def _read(told: dict[str, Any]) -> LianggaoError:
    faults = [
        Fault(
            each["code"],
            Place(*each["place"]),
            tuple((name, Hint(*word) if isinstance(word, list) else word) for name, word in each["words"].items()),
        )
        for each in told["faults"]
    ]
    return EngineError(faults, told["detail"]) if told["kind"] == "EngineError" else _KINDS[told["kind"]](faults)
