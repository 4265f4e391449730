"""What the checks look at: the law as read, the files it was read from, and every condition written in them.

A `Site` is one written condition with the file it stands in. A definition's site has users, the rules, gates and
documents that refer to it, and what is said of the definition is said of all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from lianggao.audit.checking.days import Day, days_of
from lianggao.audit.checking.parts import replaced
from lianggao.errors import Place
from lianggao.rulebook import Law, LawRule, load_law
from lianggao.rulebook.catalogs import Catalogs
from lianggao.rulebook.conditions import RefCondition, WrittenCondition, nodes
from lianggao.rulebook.files import Files
from lianggao.rulebook.models import Definition
from lianggao.rulebook.resolve import Resolver
from lianggao.rulebook.yaml_reader import Document, Path_
from lianggao.tables import All, Condition


@dataclass(frozen=True, eq=False)
class Site:
    """A condition as written: of a rule, or under `applies_when` of a gate or source, or of a definition."""

    id: str
    kind: str
    written: WrittenCondition
    document: Document
    key: str = "when"

    def with_(self, written: WrittenCondition) -> Site:
        """Return the site with another condition."""
        return replace(self, written=written)

    def place(self, path: Path_) -> Place:
        """Return where a part of the condition stands."""
        return self.document.place((self.key, *path))


@dataclass(frozen=True, eq=False)
class Subject:
    """One law with its files."""

    law: Law
    files: Files

    @cached_property
    def days(self) -> tuple[Day, ...]:
        """Return one day of every stretch of time in which the same texts are in force. Raises LawError."""
        return tuple(days_of(self.law))

    @cached_property
    def sites(self) -> tuple[Site, ...]:
        """Return every condition, definitions first."""
        return (
            *(Site(definition.id, "definition", definition.when, at) for definition, at in self.files.definitions),
            *(Site(g.id, "gate", g.applies_when, at, "applies_when") for g, at in self.files.gates if g.applies_when),
            *(
                Site(s.id, "source", s.applies_when, at, "applies_when")
                for s, at in self.files.sources
                if s.applies_when
            ),
            *(Site(rule.id, "rule", rule.when, at) for rule, at in self.files.rules),
        )

    def users(self, site: Site) -> list[Site]:
        """Return the rules, gates and sources that a condition is part of, by way of other definitions too."""
        if site.kind != "definition":
            return [site]
        return [user for user in self.sites if user.kind != "definition" and self.uses(user, site)]

    def uses(self, user: Site, site: Site) -> list[Path_]:
        """Return where a site's condition stands in a user's, once that is written out."""
        return [()] if user is site else list(self._uses(user.written, site.id, ()))

    def _uses(self, written: WrittenCondition, id: str, path: Path_) -> Iterator[Path_]:
        for inner, part in nodes(written, path):
            if isinstance(part, RefCondition):
                if part.ref == id:
                    yield inner
                yield from self._uses(self.law.definitions[part.ref].when, id, inner)

    def written_out(self, written: WrittenCondition) -> WrittenCondition:
        """Return a condition with every definition written out in the place that refers to it."""
        return replaced(
            written, lambda part: self.law.definitions[part.ref].when if isinstance(part, RefCondition) else None
        )

    @cached_property
    def _definitions(self) -> dict[str, tuple[Definition, Document]]:
        return {definition.id: (definition, at) for definition, at in self.files.definitions}

    def resolve(
        self, site: Site, edited: Mapping[str, WrittenCondition] | None = None, catalogs: Catalogs | None = None
    ) -> Condition:
        """Return a site's condition as tables understand it, with some definitions or tables in another form."""
        changed = {
            id: (self._definitions[id][0].model_copy(update={"when": when}), self._definitions[id][1])
            for id, when in (edited or {}).items()
        }
        known = {**self._definitions, **changed}
        resolver = Resolver(self.law.vocabulary, catalogs or self.law.catalogs, known, self.law.gates)
        return resolver.resolve(site.written, site.document, (site.key,))

    def condition(self, site: Site) -> Condition:
        """Return the condition of a rule, gate or source as read."""
        if site.kind == "rule":
            return self._rules[site.id].condition
        return (self.law.applies_when if site.kind == "gate" else self.law.territories)[site.id]

    def rule_place(self, id: str, key: str) -> Place:
        """Return where a key of a rule stands."""
        return next(at for rule, at in self.files.rules if rule.id == id).place((key,), key=True)

    @cached_property
    def _rules(self) -> dict[str, LawRule]:
        return {rule.id: rule for rule in self.law.rules}

    def around(self, site: Site) -> Iterator[tuple[Day, tuple[Condition, ...]]]:
        """Yield the days on which a condition may count, with what else must be so for it to hold."""
        for day in self.days:
            if site.kind == "rule":
                if whole := day.book.conditions.get(site.id):
                    # Where the rule can hold at all, while it is in force, and last its own condition.
                    assert isinstance(whole, All)
                    yield day, whole.parts[:-1]
            elif any(_of(site, rule) for rule in day.book.rules):
                yield day, ()


def _of(site: Site, rule: LawRule) -> bool:
    return site.id == (rule.rule.gate if site.kind == "gate" else rule.rule.document)


def read_subject(folder: str | Path | None = None) -> Subject:
    """Read the law in a folder, or the one that is shipped. Raises LawError with every fault of reading."""
    law = load_law(folder)
    return Subject(law, law.files)
