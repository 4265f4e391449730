"""The whole law as encoded: every document, gate, rule, definition and open question, in all versions.

`load_law` reads a folder with `rules/` and `catalogs/` and raises every fault at once. What of it is in force on a
date is the business of `compile`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lianggao.errors import Fault, Hint, LawError, Place, fault
from lianggao.rulebook.catalogs import Catalogs, read_catalogs
from lianggao.rulebook.check import check_names
from lianggao.rulebook.conflicts import find_conflicts
from lianggao.rulebook.digest import digest_of
from lianggao.rulebook.files import Files, read_files
from lianggao.rulebook.home import shipped_law
from lianggao.rulebook.models import Definition, Gate, OpenQuestion, Rule, Source, Trust, weakest
from lianggao.rulebook.resolve import Resolver, catalogs_of
from lianggao.tables import Condition
from lianggao.tables.conditions import ALWAYS
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
    """Everything that `rules/` and `catalogs/` say; `applies_when` is each gate's own condition."""

    name: str
    digest: str
    vocabulary: Vocabulary
    catalogs: Catalogs
    sources: Mapping[str, Source]
    gates: Mapping[str, Gate]
    applies_when: Mapping[str, Condition]
    rules: tuple[LawRule, ...]
    definitions: Mapping[str, Definition]
    questions: Mapping[str, OpenQuestion]

    def rule(self, id: str) -> LawRule | None:
        """Return the rule with this id."""
        return next((rule for rule in self.rules if rule.id == id), None)


@cache
def _shipped() -> Law:
    return read_law(shipped_law(), "lianggao")


def load_law(folder: str | Path | None = None) -> Law:
    """Return the law in `folder`, which holds `rules/` and `catalogs/`; without one, the law that is shipped.

    Raises LawError with every fault of every file, each with file, line and column.

    >>> load_law().rule("henan-catalog-2021/class-one").rule.title
    '第一类“两高”项目'
    """
    return _shipped() if folder is None else read_law(Path(folder), str(folder))


def read_law(root: Path, name: str) -> Law:
    """Read the law under `root`. Raises LawError."""
    missing = [part for part in ("rules", "catalogs") if not (root / part).is_dir()]
    if missing:
        raise LawError([fault("folder-missing", value=str(root / part)) for part in missing])
    catalogs, faults = read_catalogs(root / "catalogs")
    try:
        vocabulary = read_vocabulary(catalogs)
    except KeyError as error:
        hint = Hint("add it", "请补上")
        raise LawError([*faults, fault("unknown-catalog", Place("catalogs"), value=error.args[0], hint=hint)]) from None
    files = read_files(root / "rules")
    resolver = Resolver(
        vocabulary, catalogs, {d.id: (d, at) for d, at in files.definitions}, {g.id: g for g, _ in files.gates}
    )
    applies = {
        gate.id: resolver.resolve(gate.applies_when, at, ("applies_when",)) if gate.applies_when else ALWAYS
        for gate, at in files.gates
    }
    for definition, at in files.definitions:
        resolver.resolve(definition.when, at, ("when",), (definition.id,))
    sources = {source.id: source for source, _ in files.sources}
    rules = tuple(_bind(rule, at.file, files, resolver, sources) for rule, at in files.rules)
    faults += files.faults + check_names(files, vocabulary) + resolver.faults
    if not faults:
        faults = find_conflicts(rules, {rule.id: at for rule, at in files.rules}, vocabulary, resolver.gates)
    if faults:
        raise LawError(_in_order(faults))
    return Law(
        name,
        digest_of([root / "rules", root / "catalogs"]),
        vocabulary,
        catalogs,
        sources,
        resolver.gates,
        applies,
        rules,
        {d.id: d for d, _ in files.definitions},
        {q.id: q for q, _ in files.questions},
    )


def _bind(rule: Rule, file: str, files: Files, resolver: Resolver, sources: Mapping[str, Source]) -> LawRule:
    document = files.place_of(rule)
    condition = resolver.resolve(rule.when, document, ("when",))
    used = catalogs_of(rule.when, resolver.definitions)
    known = resolver.catalogs.sources
    trusts = [known[folder].trust for folder in used if folder in known]
    source = sources.get(rule.document)
    return LawRule(rule, condition, weakest((rule.cite.trust, *trusts, *([source.trust] if source else []))), file)


def _in_order(faults: list[Fault]) -> list[Fault]:
    return sorted(dict.fromkeys(faults), key=lambda f: (f.place.file, f.place.line, f.place.column, f.code))
