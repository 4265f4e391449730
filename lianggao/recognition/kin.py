"""How activities hang together: siblings that a process tells apart, catch-alls, and what comes along with what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

Rows = Sequence[Mapping[str, str]]
Set = frozenset[str]

OUTSIDE = "other"


class Kin:
    """The relations, compiled once from `catalogs/activities` and `catalogs/terms/together.csv`."""

    def __init__(self, activities: Rows, together: Rows, qualified: Set) -> None:
        self.domain = tuple(row["activity"] for row in activities)
        self.all = frozenset(self.domain)
        self.eight = frozenset(row["activity"] for row in activities if row["industry_group"] != "none")
        self._labels = {row["activity"]: row["label"] for row in activities}
        families: dict[str, set[str]] = {}
        for row in activities:
            families.setdefault(row["family"], set()).add(row["activity"])
        # Families whose members a qualifier tells apart; in the others (all chemicals) members are no siblings.
        self._families = [frozenset(family) for family in families.values() if family & qualified]
        self._beside = {row["activity"]: self._catch_alls(row) for row in activities}
        self._includes = _relation(together, "includes")
        self._yields = _relation(together, "yields")

    def _catch_alls(self, row: Mapping[str, str]) -> Set:
        siblings = (family for family in self._families if row["activity"] in family)
        group = "other_" + row["industry_group"]
        return frozenset({OUTSIDE}).union(*siblings, (name for name in self.domain if name.startswith(group)))

    def labels(self, activities: Iterable[str]) -> str:
        """Name some activities in the order of the table."""
        chosen = frozenset(activities)
        return "、".join(self._labels[activity] for activity in self.domain if activity in chosen)

    def narrow(self, claim: Set, kept: Set) -> Set:
        """Drop the siblings of what qualifiers keep; a qualifier that fits nothing in the claim changes nothing."""
        for family in self._families if kept else ():
            members = claim & family
            if members & kept:
                claim -= members - kept
        return claim

    def widen(self, matched: Set) -> Set:
        """Add to a guess what it may be mistaken for: siblings, the catch-all of its industry, none of the eight."""
        return matched.union(*(self._beside[activity] for activity in matched))

    def settle(self, claims: Iterable[Set]) -> Set:
        """Put claims together, leaving out what comes along with an activity that is certain."""
        claims = list(dict.fromkeys(claims))
        sure = [next(iter(claim)) for claim in claims if len(claim) == 1]
        kept = [claim for claim in claims if not any(self.comes_with(claim, activity) for activity in sure)]
        return frozenset[str]().union(*kept)

    def comes_with(self, claim: Set, activity: str) -> bool:
        """Return whether a claim adds nothing to an activity that is certain."""
        joint = self._includes.get(activity, frozenset()) | {activity}
        if claim <= joint:
            return claim != {activity}
        return activity in claim and claim <= joint | self._yields.get(activity, frozenset())


def _relation(rows: Rows, relation: str) -> dict[str, Set]:
    return {row["activity"]: frozenset(row["with"].split(";")) for row in rows if row["relation"] == relation}
