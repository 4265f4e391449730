"""Suggest what an unknown header may have meant, for a person to decide; nothing is ever read by a suggestion.

Energy is never suggested: “…当量值” and “…等价值” are nearly the same text and never the same fact.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import SequenceMatcher

from lianggao.intake.columns.use import MEANING
from lianggao.intake.columns.written import parts_of
from lianggao.intake.spellings import Headers, normal
from lianggao.vocabulary import Vocabulary

MOST = 3
LIKE = 0.6
LONGEST = 30

_ENERGY = re.compile("能耗|综合消[费耗]|耗能|能源|用能|标准煤|标煤|tce|当量|等价|折标|energy")


def looks_like_energy(header: str) -> bool:
    """Return whether a text speaks of energy.

    >>> looks_like_energy("综合能耗水平"), looks_like_energy("厂房面积")
    (True, False)
    """
    return bool(_ENERGY.search(normal(header)))


def suggest(header: str, vocabulary: Vocabulary, headers: Headers) -> tuple[str, ...]:
    """Return the labels of at most three fields whose known headers are most like this one."""
    text = parts_of(header)[-1].base
    if looks_like_energy(header) or not 2 <= len(text) <= LONGEST:
        return ()
    best: dict[str, float] = {}
    signs = frozenset(text)
    for known, field in _candidates(headers).items():
        shared = len(signs & frozenset(known))
        if shared and 2 * shared >= LIKE * min(len(signs), len(set(known))):
            best[field] = max(best.get(field, 0.0), SequenceMatcher(None, text, known, autojunk=False).ratio())
    near = sorted((-ratio, field) for field, ratio in best.items() if ratio >= LIKE)
    return tuple(vocabulary[field].label for _, field in near[:MOST])


def _candidates(headers: Headers) -> Mapping[str, str]:
    return {
        text: spelling.field
        for text, spelling in headers.spellings.items()
        if spelling.field not in MEANING and not _ENERGY.search(text)
    }
