"""What has been read of a list so far, each different key once: lists repeat themselves, within a part and beyond."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from threading import Lock
from typing import Generic, TypeVar

import numpy as np

from lianggao.tables.known import Ints

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value", bound=Hashable)


class Met(Generic[Key, Value]):
    """The readings, numbered as they are met; equal readings have one number.

    >>> lengths = Met(len)
    >>> lengths.numbers(["a", "bc", "d"]).tolist(), lengths.values
    ([0, 1, 0], [1, 2])
    """

    def __init__(self, read: Callable[[Key], Value]) -> None:
        self._read = read
        self.values: list[Value] = []
        self._of_value: dict[Value, int] = {}
        self._of_key: dict[Key, int] = {}
        self._lock = Lock()

    def __len__(self) -> int:
        """Return how many keys are remembered."""
        return len(self._of_key)

    def numbers(self, keys: Iterable[Key]) -> Ints:
        """Return the number of what each key is read as."""
        known = self._of_key
        # One part of a list may be read while notes of another are worked out.
        with self._lock:
            return np.array([known[key] if key in known else self._met(key) for key in keys], dtype=np.int64)

    def _met(self, key: Key) -> int:
        value = self._read(key)
        number = self._of_value.setdefault(value, len(self.values))
        if number == len(self.values):
            self.values.append(value)
        self._of_key[key] = number
        return number
