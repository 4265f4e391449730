"""The classes of GB/T 4754 in both editions: the activities that a number or a name covers.

A class above others covers what they cover together. A name means what it means in the edition stated.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

Rows = Sequence[Mapping[str, str]]
Set = frozenset[str]

# The edition in force first.
EDITIONS = ("2017", "2011")


class Classes:
    """The classes, compiled once from the tables of `catalogs/industry-codes`."""

    def __init__(self, codes: Rows, divisions: Rows) -> None:
        self.sections = {row["code"]: row["section"].split(";") for row in divisions}
        self.leaves = frozenset(row["code"] for row in codes if row["activity"])
        self.listed = frozenset(code[:2] for code in self.leaves)
        self._meaning = {edition: _meanings(codes, divisions, edition) for edition in EDITIONS}
        self._divisions = frozenset(row["label"] for row in divisions)
        self._names: dict[str, dict[str, Set]] = {}
        for row in codes:
            edition, code = row["edition"], row["code"]
            if code in self._meaning[edition]:
                self._names.setdefault(row["label"], {})[edition] = self._meaning[edition][code]
        for row in divisions:
            for edition, label in zip(EDITIONS, (row["label"], row["label_2011"] or row["label"]), strict=True):
                if row["code"] in self._meaning[edition]:
                    self._names.setdefault(label, {})[edition] = self._meaning[edition][row["code"]]
        self.names = tuple(self._names)
        self._codes_of: dict[str, set[str]] = {}
        for row in (*codes, *divisions):
            for name in {row["label"], row.get("label_2011") or row["label"]}:
                self._codes_of.setdefault(name, set()).add(row["code"])

    def lookup(self, digits: str, edition: str) -> tuple[Set, bool]:
        """Return what a number covers and whether the edition has it; else the other edition, or the class above."""
        asked = (edition,) if edition else EDITIONS
        for size in range(len(digits), 1, -1):
            for editions in (asked, EDITIONS):
                sets = [self._meaning[e][digits[:size]] for e in editions if digits[:size] in self._meaning[e]]
                if sets:
                    return union(sets), size == len(digits) and editions is asked
        return frozenset(), False

    def readings(self, digits: str, within: Set | None) -> set[Set]:
        """Return the different meanings of a number in the editions, as far as a name beside it allows them."""
        sets = {self._meaning[e][digits] for e in EDITIONS if digits in self._meaning[e]}
        return {one & within for one in sets if one & within} if within else sets

    def belongs(self, digits: str, name: str) -> bool:
        """Return whether a number is a name's own code, or that of a class above it, in either edition."""
        return any(code.startswith(digits) for code in self._codes_of[name])

    def lost_zero(self, digits: str) -> bool:
        """Return whether a listed class or a division begins with a zero and this number, as `0610` does with 610."""
        code = "0" + digits
        return code in self.sections or any(leaf.startswith(code) for leaf in self.leaves)

    def named(self, name: str, edition: str) -> Set:
        """Return what a name covers; a division's name is read in the edition in force unless another is stated."""
        own = self._names[name]
        if edition in own:
            return own[edition]
        return own["2017"] if name in self._divisions else union(own.values())


def _meanings(codes: Rows, divisions: Rows, edition: str) -> dict[str, Set]:
    own = {row["code"]: split(row["activity"]) for row in codes if row["edition"] == edition and row["activity"]}
    above = {code[:size] for code in own for size in (2, 3)}
    meaning = {one: union(covered for code, covered in own.items() if code.startswith(one)) for one in above} | own
    for row in divisions:
        if edition == "2017" or row["code"] != "97":
            meaning[row["code"]] = meaning.get(row["code"], frozenset()) | split(row["activity"])
    return meaning


def union(sets: Iterable[Set]) -> Set:
    """Put sets of activities together."""
    return frozenset[str]().union(*sets)


def split(cell: str) -> Set:
    """Take a cell with several activities apart."""
    return frozenset(part for part in cell.split(";") if part)
