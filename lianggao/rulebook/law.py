"""The whole law as encoded: every document, gate, rule, definition and open question, in all versions.

`load_law` reads a folder with `rules/` and `catalogs/`, or an overlay with what lies beneath it, and raises every fault
at once. What of it is in force on a date is the business of `compile`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from lianggao.errors import Fault, Hint, LawError, Place, fault
from lianggao.rulebook.catalogs import Catalogs, read_catalogs
from lianggao.rulebook.check import check_names
from lianggao.rulebook.conditions import WrittenCondition
from lianggao.rulebook.conflicts import find_conflicts
from lianggao.rulebook.digest import digest_of
from lianggao.rulebook.figures import check_figures
from lianggao.rulebook.files import Files, read_files
from lianggao.rulebook.home import shipped_law
from lianggao.rulebook.layers import Overlay, layers_of
from lianggao.rulebook.models import Definition, Gate, OpenQuestion, Period, Rule, Source, Trust, weakest
from lianggao.rulebook.resolve import GATE_AXIS, NOT_APPLICABLE, Resolver, catalogs_of
from lianggao.rulebook.yaml_reader import Document
from lianggao.tables import All, Condition, Member, Not
from lianggao.tables.conditions import ALWAYS, axes_of
from lianggao.vocabulary import Vocabulary, read_vocabulary


@dataclass(frozen=True)
class LawRule:
    """One rule, its condition in the form of the tables, the file it stands in and the trust it can carry."""

    rule: Rule
    condition: Condition
    trust: Trust
    file: str

    @property
    def id(self) -> str:
        """Return the rule's id, `document/name`."""
        return self.rule.id


@dataclass(frozen=True, eq=False)
class Law:
    """Everything that `rules/` and `catalogs/` say.

    `overlays` are those laid over the law at the bottom, from there up, and `files` what was read, with every place.
    `applies_when` is each gate's own condition, `territories` each document's.
    """

    name: str
    digest: str
    overlays: tuple[Overlay, ...]
    files: Files
    vocabulary: Vocabulary
    catalogs: Catalogs
    sources: Mapping[str, Source]
    gates: Mapping[str, Gate]
    applies_when: Mapping[str, Condition]
    territories: Mapping[str, Condition]
    rules: tuple[LawRule, ...]
    definitions: Mapping[str, Definition]
    questions: Mapping[str, OpenQuestion]

    def rule(self, id: str) -> LawRule | None:
        """Return the rule with this id."""
        return next((rule for rule in self.rules if rule.id == id), None)

    @cached_property
    def in_documents(self) -> tuple[tuple[LawRule, str], ...]:
        """Return every rule with the id of its document."""
        return tuple((rule, rule.rule.document) for rule in self.rules)

    @cached_property
    def rules_of(self) -> Mapping[str, tuple[LawRule, ...]]:
        """Return the rules of each gate."""
        return {gate: tuple(rule for rule in self.rules if rule.rule.gate == gate) for gate in self.gates}

    @property
    def periods(self) -> tuple[Period, ...]:
        """Return the periods of all documents, and of the rules that have their own."""
        own = (rule.rule.effective for rule in self.rules if rule.rule.effective)
        return (*(source.effective for source in self.sources.values()), *own)

    def reach(self, rule: LawRule) -> Condition:
        """Return where a rule can hold at all: its gate's and its document's territory.

        A rule that asks for its own gate's outcome has from there where the gate applies.
        """
        return self._reaches[rule.id]

    @cached_property
    def _reaches(self) -> Mapping[str, Condition]:
        return {rule.id: self._reach(rule) for rule in self.rules}

    def _reach(self, rule: LawRule) -> Condition:
        gate, axis = rule.rule.gate, GATE_AXIS + rule.rule.gate
        asks = axis in axes_of(rule.condition)
        applies = Not(Member(axis, frozenset({NOT_APPLICABLE}))) if asks else self.applies_when[gate]
        return All((applies, self.territories[rule.rule.document]))


@cache
def _shipped() -> Law:
    return read_law(shipped_law())


def load_law(folder: str | Path | None = None) -> Law:
    """Return the law in `folder`, which holds `rules/` and `catalogs/` or `overlay.yaml`; without one, the shipped law.

    Raises LawError with every fault of every file, each with file, line and column.

    >>> load_law().rule("henan-catalog-2021/class-one").rule.title
    '第一类“两高”项目'
    """
    return _shipped() if folder is None else read_law(Path(folder))


def read_law(root: Path, name: str = "") -> Law:
    """Read the law under `root`; `name` is that of its bottom layer, else `lianggao` or the folder. Raises LawError."""
    layers = layers_of(root)
    name = name or ("lianggao" if layers.bottom.resolve() == shipped_law().resolve() else str(layers.bottom))
    catalogs, faults = read_catalogs(layers)
    try:
        vocabulary = read_vocabulary(catalogs)
    except KeyError as error:
        hint = Hint("add it", "请补上")
        raise LawError([*faults, fault("unknown-catalog", Place("catalogs"), value=error.args[0], hint=hint)]) from None
    files = read_files(layers)
    resolver = Resolver(
        vocabulary, catalogs, {d.id: (d, at) for d, at in files.definitions}, {g.id: g for g, _ in files.gates}
    )
    applies = {gate.id: _where(gate.applies_when, at, resolver) for gate, at in files.gates}
    territories = {source.id: _where(source.applies_when, at, resolver) for source, at in files.sources}
    for definition, at in files.definitions:
        resolver.resolve(definition.when, at, ("when",), (definition.id,))
    sources = {source.id: source for source, _ in files.sources}
    rules = tuple(_bind(rule, at.file, files, resolver, sources) for rule, at in files.rules)
    faults += files.faults + check_names(files, vocabulary) + check_figures(catalogs, vocabulary) + resolver.faults
    if not faults:
        faults = find_conflicts(rules, {rule.id: at for rule, at in files.rules}, vocabulary, resolver.gates)
    if faults:
        raise LawError(_in_order(faults))
    return Law(
        "+".join((name, *(overlay.id for overlay in layers.overlays))),
        digest_of(layers),
        layers.overlays,
        files,
        vocabulary,
        catalogs,
        sources,
        resolver.gates,
        applies,
        territories,
        rules,
        {d.id: d for d, _ in files.definitions},
        {q.id: q for q, _ in files.questions},
    )


def _where(written: WrittenCondition | None, at: Document, resolver: Resolver) -> Condition:
    return resolver.resolve(written, at, ("applies_when",)) if written else ALWAYS


def _bind(rule: Rule, file: str, files: Files, resolver: Resolver, sources: Mapping[str, Source]) -> LawRule:
    document = files.place_of(rule)
    condition = resolver.resolve(rule.when, document, ("when",))
    used = catalogs_of(rule.when, {id: definition.when for id, (definition, _) in resolver.definitions.items()})
    known = resolver.catalogs.sources
    trusts = [known[folder].trust for folder in used if folder in known]
    source = sources.get(rule.document)
    return LawRule(rule, condition, weakest((rule.cite.trust, *trusts, *([source.trust] if source else []))), file)


def _in_order(faults: list[Fault]) -> list[Fault]:
    return sorted(dict.fromkeys(faults), key=lambda f: (f.place.file, f.place.line, f.place.column, f.code))
