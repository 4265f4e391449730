"""The cases of a suite as they are gathered: each project and date once, with the pairs and dates it stands for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lianggao.audit.boundaries.reading import Project, Stated
from lianggao.rulebook import Law

Key = tuple[str, tuple[tuple[str, Stated], ...]]


@dataclass(eq=False)
class Draft:
    """A case without what is expected of it. `each` is a field and its values, or empty."""

    name: str
    day: str
    project: Project
    each: tuple[str, tuple[str, ...]] | None = None
    pairs: list[int] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)

    @property
    def title(self) -> str:
        """Return the name with the pairs and dates that the case stands for."""
        pairs = ["对照" + "、".join(map(str, self.pairs))] if self.pairs else []
        return self.name + (f"（{'；'.join([*pairs, *self.marks])}）" if pairs or self.marks else "")

    def variants(self) -> Iterator[Project]:
        """Yield the project, or one per value."""
        if self.each is None:
            yield self.project
        else:
            yield from ({**self.project, self.each[0]: value} for value in self.each[1])


class Drafts:
    """Gathers drafts in order."""

    def __init__(self, law: Law) -> None:
        self._places = {name: place for place, name in enumerate(law.vocabulary.fields)}
        self._known: dict[Key, Draft] = {}
        self.all: list[Draft] = []

    def add(self, name: str, day: str, project: Project, pair: int = 0, mark: str = "") -> None:
        """Add a case; where its project is there on that day, only note the pair or date."""
        key = self._key(day, project)
        draft = self._known.get(key)
        if draft is None or draft.each:
            if draft is not None and not (pair or mark):
                return
            self._take_out(draft, project)
            draft = self._known[key] = Draft(name, day, self._ordered(project))
            self.all.append(draft)
        elif mark:
            draft.marks.append(mark)
        if pair and pair not in draft.pairs:
            draft.pairs.append(pair)

    def left(self, day: str, project: Project, axis: str, values: Sequence[str]) -> tuple[str, ...]:
        """Return the values with which the project is not there yet."""
        return tuple(value for value in values if self._key(day, {**project, axis: value}) not in self._known)

    def add_each(self, name: str, day: str, project: Project, axis: str, values: tuple[str, ...]) -> None:
        """Add a case for each of several values that are not there yet."""
        draft = Draft(name, day, self._ordered(project), (axis, values))
        self._known |= {self._key(day, variant): draft for variant in draft.variants()}
        self.all.append(draft)

    def titles(self) -> Mapping[Draft, str]:
        """Return every draft's name; the second of one name is called so."""
        used: dict[str, int] = {}
        found = {}
        for draft in self.all:
            used[draft.title] = used.get(draft.title, 0) + 1
            found[draft] = draft.title + (f"之{used[draft.title]}" if used[draft.title] > 1 else "")
        return found

    def _take_out(self, draft: Draft | None, project: Project) -> None:
        """Take a project out of a case for several values: it gets a case of its own."""
        if draft is not None and draft.each is not None:
            axis, values = draft.each
            draft.each = axis, tuple(value for value in values if value != project[axis])
            if not draft.each[1]:
                self.all.remove(draft)

    def _ordered(self, project: Project) -> Project:
        return {name: project[name] for name in sorted(project, key=self._places.__getitem__)}

    def _key(self, day: str, project: Project) -> Key:
        return day, tuple(sorted(project.items()))
