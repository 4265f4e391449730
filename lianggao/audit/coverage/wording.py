"""Say one elementary condition in words."""

from __future__ import annotations

from lianggao.audit.worlds.limits import choice_words, outcome_labels
from lianggao.rulebook import Rulebook
from lianggao.rulebook.resolve import GATE_AXIS
from lianggao.rulebook.words import number_words
from lianggao.tables import Above, Member
from lianggao.tables.conditions import Test


def test_words(test: Test, book: Rulebook) -> str:
    """Return the test in Chinese, as the positive form of what the rule may deny."""
    law = book.law
    if test.axis.startswith(GATE_AXIS):
        assert isinstance(test, Member)
        gate = test.axis.removeprefix(GATE_AXIS)
        labels = outcome_labels([book], gate)
        return f"“{law.gates[gate].title}”为{'或'.join(f'“{labels[o]}”' for o in sorted(test.values))}"
    field = law.vocabulary.fields[test.axis]
    if isinstance(test, Member):
        values = tuple(value for value in field.values if value in test.values)
        return choice_words(law.vocabulary, test.axis, values, tuple(field.values))[0]
    number = number_words(test.threshold)
    return f"{field.label}{f'超过{number}{field.unit}' if isinstance(test, Above) else f'{number}{field.unit}及以上'}"


test_words.__test__ = False  # type: ignore[attr-defined]  # not a test, whatever its name
