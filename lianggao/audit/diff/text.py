"""A comparison as text for a reader: which rule files changed, what became of each gate, and where exactly.

A gate whose own rules changed is told in full; of gates that only follow an earlier one each move is one line, unless
everything is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from lianggao.audit.diff.model import Example, LawDiff, Move, RuleChange, Verdict
from lianggao.audit.diff.told import Told, ToldGate, ToldMove, When, told
from lianggao.audit.diff.words import WORDS, Words
from lianggao.audit.worlds.limits import Limit
from lianggao.rulebook.requirements import is_requirement
from lianggao.rulebook.words import number_words
from lianggao.vocabulary import Vocabulary


def diff_text(diff: LawDiff, vocabulary: Vocabulary, lang: str = "zh", *, full: bool = False) -> str:
    """Return the comparison in Chinese, or in English with the keys of fields and values."""
    return "\n".join(_lines(diff, _Teller(vocabulary, lang, full, diff.verdicts, len(diff.periods) > 1))) + "\n"


def _lines(diff: LawDiff, teller: _Teller) -> Iterator[str]:
    words = teller.words
    yield words["sides"].format(old=diff.old, new=diff.new)
    if diff.rules or diff.other_changes:
        yield from ("", words["files"])
        yield from (f"  {line}" for change in diff.rules for line in _change(change, words))
        yield from (f"  ~ {name}" for name in diff.other_changes)
    yield from ("", words["gates"])
    titles = {gate.gate: gate.title for period in diff.periods for gate in period.gates}
    equal = [
        gate for gate, v in diff.verdicts.items() if v == "equal" and is_requirement(gate) and not diff.partly(gate)
    ]
    for gate in (gate for gate in diff.verdicts if teller.full or gate not in equal):
        partly = words["partly"] if diff.partly(gate) else ""
        yield f"  {words[diff.verdicts[gate]]}　{teller.named(gate, titles[gate])}{partly}"
    if equal and not teller.full:
        yield f"  {words['equal']}　{words['checks'].format(n=len(equal))}"
    gates = told(diff)
    for found in gates:
        if found.own or teller.full:
            yield from ("", *teller.gate(found))
    following = [found for found in gates if not found.own and not teller.full]
    if following:
        yield from ("", words["following"], *(f"  {teller.brief(found)}" for found in following))
    left_out = [f"{when}{words['colon']}{what}" for when, what in _left_out(diff, teller)]
    if left_out or diff.not_compared:
        yield from ("", words["not_compared"], *(f"  {line}" for line in left_out))
        yield from (f"  {file}{words['read_first']}" for file in diff.not_compared)
    if diff.same:
        yield from ("", words["same"])
    elif diff.differs and not gates:
        yield from ("", words["only_rules"])


def _left_out(diff: LawDiff, teller: _Teller) -> Iterator[tuple[str, str]]:
    for period in diff.periods:
        for what in period.not_compared:
            told_ = what.text if teller.lang == "zh" else what.text_en
            yield teller.when(When(period.first, period.last, ())), told_


def _change(change: RuleChange, words: Words) -> Iterator[str]:
    mark = {"added": "+", "removed": "-", "changed": "~"}[change.change]
    parts = words["comma"].join(words.get(f"part_{part}", part) for part in change.parts)
    through = words["through"].format(files=words["comma"].join(change.through)) if change.through else ""
    yield f"{mark} {change.rule}　{change.title}{words['colon'] + parts if parts else ''}{through}"
    yield from (f"    + {duty}" for duty in change.duties_added)
    yield from (f"    - {duty}" for duty in change.duties_removed)


class _Teller:
    """Says gates, moves and areas in one language."""

    def __init__(
        self, vocabulary: Vocabulary, lang: str, full: bool, verdicts: Mapping[str, Verdict], periods: bool
    ) -> None:
        self.vocabulary, self.lang, self.full, self.words = vocabulary, lang, full, WORDS[lang]
        self.verdicts, self.periods = verdicts, periods
        self._order = {name: at for at, name in enumerate(vocabulary.fields)}

    def gate(self, found: ToldGate) -> Iterator[str]:
        verdict = self.words[self.verdicts[found.gate.gate]]
        yield f"{self._title(found)}{self._by_way_of(found)}{self.words['colon']}{verdict}"
        every = list(found.moves.values())
        for moves in _alike(one for one in every if one.areas):
            yield from (f"  {self.move(one.move)}" for one in moves)
            for area in moves[0].areas.values():
                yield from (f"    {line}" for line in self._area(area, moves[0].move))
        bare: dict[object, list[ToldMove]] = {}
        for one in every:
            if one.bare:
                bare.setdefault((one.move.new, *((when.first, when.last) for when in one.bare)), []).append(one)
        yield from (f"  {self.rules(moves)}" for moves in bare.values())

    def rules(self, moves: Sequence[ToldMove]) -> str:
        """Name rules that one side lacks, and that change no outcome where they are looked at, in one line."""
        words = self.words
        word = words["rules_gone" if moves[0].move.new == "silent" else "rules_new"]
        when = words["semicolon"].join(self.when(one) for one in moves[0].bare) if self.periods else ""
        names = words["comma"].join(one.move.subject for one in moves)
        return f"{word}{names}{words['if'].format(what=when) if when else ''}"

    def brief(self, found: ToldGate) -> str:
        moves = [self.move(one.move) for one in found.moves.values() if one.move.kind != "rule"]
        rules = sum(one.move.kind == "rule" for one in found.moves.values())
        moves += [self.words["rules_too"].format(n=rules)] if rules else []
        return f"{self._title(found)}{self._by_way_of(found)}{self.words['colon']}{self.words['stop'].join(moves)}"

    def move(self, move: Move) -> str:
        old, new = (move.old_label, move.new_label) if self.lang == "zh" else (move.old, move.new)
        subject = move.label if self.lang == "zh" and move.kind == "department" else move.subject
        label = "" if move.kind == "outcome" else f"{self.words[f'kind_{move.kind}']}{subject} "
        return f"{label}{old} → {new}{self.words['moved'].format(direction=self.words[move.direction])}"

    def when(self, when: When) -> str:
        words = self.words
        if when.first and when.last:
            text = when.first if when.first == when.last else words["between"].format(first=when.first, last=when.last)
        elif when.first:
            text = words["since"].format(first=when.first)
        else:
            text = words["until"].format(last=when.last) if when.last else words["always"]
        doubts = words["comma"].join(self._limit(doubt) for doubt in when.doubts)
        return f"{text}{words['if'].format(what=doubts)}" if doubts else text

    def _title(self, found: ToldGate) -> str:
        return self.named(found.gate.gate, found.gate.title)

    def named(self, gate: str, title: str) -> str:
        """Name a gate; requirements of several documents may have one title, so that theirs comes with the id."""
        return gate if self.lang == "en" else f"{title}（{gate}）" if is_requirement(gate) else title

    def _by_way_of(self, found: ToldGate) -> str:
        gates = self.words["comma"].join(found.by_way_of)
        return self.words["by_way_of"].format(gates=gates) if gates and not found.own else ""

    def _area(self, told_: Told, move: Move) -> Iterator[str]:
        words, area = self.words, told_.area
        text = words["semicolon"].join(self._limit(limit) for limit in told_.limits) or words["everything"]
        if area.exceptions:
            text += words["except"].format(what=words["and"].join(self._limit(limit) for limit in area.exceptions))
        yield f"· {text}"
        if self.periods or any(one.doubts for one in told_.when):
            yield f"  {words['when']}{words['semicolon'].join(self.when(one) for one in told_.when)}"
        because = f"{words['gap']}{words['rules']}{words['comma'].join(area.rules)}" if area.rules else ""
        yield f"  {words['worlds'].format(n=area.worlds)}{because}"
        if area.example:
            yield f"  {words['example']}{self._example(area.example, move)}"

    def _limit(self, limit: Limit) -> str:
        return limit.text if self.lang == "zh" else limit.text_en

    def _example(self, example: Example, move: Move) -> str:
        words = self.words
        facts = sorted(example.facts.items(), key=lambda item: self._order.get(item[0], len(self._order)))
        parts = [self._fact(name, value) for name, value in facts]
        labels = {move.old: move.old_label, move.new: move.new_label} if self.lang == "zh" else {}
        old, new = (words["or"].join(labels.get(one, one) for one in side) for side in (example.old, example.new))
        return f"{words['comma'].join(parts) or words['nothing']}{words['colon']}{old} → {new}"

    def _fact(self, name: str, value: str | float) -> str:
        field = self.vocabulary.fields.get(name)
        if self.lang == "en" or field is None:
            return f"{name}={value:.10g}" if isinstance(value, float) else f"{name}={value}"
        if isinstance(value, float):
            return f"{field.label}{number_words(value)}{field.unit}"
        return f"{field.label}“{self.vocabulary.label(name, value)}”"


def _alike(moves: Iterable[ToldMove]) -> list[list[ToldMove]]:
    """Gather moves of one kind that happen in the same worlds, so that these are told once."""
    found: dict[object, list[ToldMove]] = {}
    for one in moves:
        found.setdefault((one.move.kind, one.told_alike), []).append(one)
    return list(found.values())
