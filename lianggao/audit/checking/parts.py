"""A written condition as a tree of parts: name what could be left out, and leave some of it out.

A path leads to a part by the keys and positions of the file: `("all", 1, "in", 0)` is the first value of the second
part. What can be left out is a member of `all` or `any` and a value of `in` or `not_in`, unless it is the only one.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from lianggao.rulebook.conditions import (
    AllCondition,
    AnyCondition,
    NotCondition,
    WrittenCondition,
    nodes,
)
from lianggao.rulebook.yaml_reader import Path_

LISTS = {"all": "all", "any": "any", "in": "in_", "not_in": "not_in"}
"""Keys of a file that hold a list, and the attributes of the models that do."""


def replaced(written: WrittenCondition, by: Callable[[WrittenCondition], WrittenCondition | None]) -> WrittenCondition:
    """Return the condition with every part put in place of which `by` gives another, and inside those again."""
    if (other := by(written)) is not None:
        return replaced(other, by)
    if isinstance(written, AllCondition):
        return AllCondition(all=tuple(replaced(part, by) for part in written.all))
    if isinstance(written, AnyCondition):
        return AnyCondition(any=tuple(replaced(part, by) for part in written.any))
    if isinstance(written, NotCondition):
        return written.model_copy(update={"not_": replaced(written.not_, by)})
    return written


def removable(written: WrittenCondition) -> list[Path_]:
    """Return the paths of what can be left out: outer before inner, and of several beside each other the last first."""
    found: list[Path_] = []
    for path, part in nodes(written):
        for key, attribute in LISTS.items():
            listed = getattr(part, attribute, None) or ()
            found += [(*path, key, i) for i in range(len(listed))]
    return sorted(found, key=lambda path: (len(path), [-p if isinstance(p, int) else 0 for p in path]))


def part_at(written: Any, path: Path_) -> Any:
    """Return the part or value at a path."""
    for step in path:
        written = written[step] if isinstance(step, int) else getattr(written, {"not": "not_", **LISTS}[step])
    return written


def without(written: WrittenCondition, paths: Collection[Path_], here: Path_ = ()) -> WrittenCondition | None:
    """Return the condition without the parts at some paths; None where a list would be left empty."""
    if isinstance(written, NotCondition):
        inner = without(written.not_, paths, (*here, "not"))
        return None if inner is None else written.model_copy(update={"not_": inner})
    changed: dict[str, Any] = {}
    for key, attribute in LISTS.items():
        kept = [(i, p) for i, p in enumerate(getattr(written, attribute, None) or ()) if (*here, key, i) not in paths]
        inside = key in ("all", "any")
        parts = [without(part, paths, (*here, key, i)) if inside else part for i, part in kept]
        if None in parts or (not parts and getattr(written, attribute, None)):
            return None
        if parts:
            changed[attribute] = tuple(parts)
    return written.model_copy(update=changed)
