"""One moved project as lines: at one gate what it moves from and to and why, and what concerns it as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lianggao.audit.impact.model import Asked, GateSaid, MovedMissing, MovedProject
from lianggao.audit.impact.words import WORDS, Words, named


@dataclass(frozen=True)
class ProjectText:
    """Writes one project in one language."""

    project: MovedProject
    lang: str

    @property
    def _words(self) -> Words:
        return WORDS[self.lang]

    def lines(self, gate: str | None, whole: bool) -> Iterator[str]:
        """Yield what moves at a gate (None: at no gate), and with `whole` also what belongs to no gate shown."""
        project, words = self.project, self._words
        name = " ".join([words["row"].format(row=project.row), *project.name.split()])
        for moved in project.gates:
            if moved.gate == gate:
                yield f"{name}{words['colon']}{self._left(moved.old)} → {self._left(moved.new)}"
                yield f"  {words['old_reason'].format(reason=self._reason(moved.old))}"
                yield f"  {words['new_reason'].format(reason=self._reason(moved.new))}"
        if gate is None:
            yield name
        yield from (f"  {line}" for line in self._rules(gate))
        elsewhere = {moved.gate for moved in project.gates} - {gate}
        for missing in sorted(project.missing, key=lambda missing: missing.gate != gate):
            if missing.gate == gate or (whole and missing.gate not in elsewhere):
                yield f"  {self._missing(missing, gate)}"
        if whole:
            yield from (f"  {line}" for line in self._whole())

    def _left(self, said: GateSaid) -> str:
        names = said.labels if self.lang == "zh" else said.outcomes
        left = self._words["or"].join(names)
        return self._words["withheld"].format(outcomes=left) if said.below_floor else left

    def _reason(self, said: GateSaid) -> str:
        basis = "；".join(said.basis)
        return " ".join(said.reason.split()) + (self._words["basis"].format(basis=basis) if basis else "")

    def _rules(self, gate: str | None) -> Iterator[str]:
        """Yield the rules of a gate (None: of all) that hold otherwise, those that change alike together."""
        alike: dict[str, list[str]] = {}
        for rule in self.project.rules:
            if gate in (None, rule.gate):
                change = f"{self._words[rule.old or 'none']} → {self._words[rule.new or 'none']}"
                alike.setdefault(change, []).append(rule.rule)
        for change, rules in alike.items():
            yield f"{self._words['rules']}{change}{self._words['colon']}{self._words['comma'].join(rules)}"

    def _missing(self, missing: MovedMissing, gate: str | None) -> str:
        at = named(missing.gate, missing.title) if self.lang == "zh" else missing.gate
        head = self._words["missing"] if missing.gate == gate else self._words["missing_at"].format(gate=at)
        parts = [
            f"{mark} {self._asked(facts)}" for mark, facts in (("+", missing.added), ("-", missing.removed)) if facts
        ]
        return head + self._words["semicolon"].join(parts)

    def _asked(self, facts: tuple[Asked, ...]) -> str:
        return self._words["comma"].join(fact.label if self.lang == "zh" else fact.field for fact in facts)

    def _whole(self) -> Iterator[str]:
        words, chinese = self._words, self.lang == "zh"
        reviews = [
            f"{d.label} {d.old_label} → {d.new_label}" if chinese else f"{d.department} {d.old} → {d.new}"
            for d in self.project.departments
        ]
        facts = [f"{f.label if chinese else f.field} {f.old} → {f.new}" for f in self.project.facts]
        if reviews:
            yield words["departments"] + words["comma"].join(reviews)
        if facts:
            yield words["facts"] + words["comma"].join(facts)
