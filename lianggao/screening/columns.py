"""The appended columns: eighteen texts and numbers for each project, made once per pattern and spread by column.

docs/columns.md says what each of them means; a test holds that page to this file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np
import pandas as pd

from lianggao.rulebook import Law
from lianggao.rulebook.models import TRUSTS
from lianggao.screening.asking import asked_of_catalog, missing_column
from lianggao.screening.batch import Batch
from lianggao.screening.check_columns import check_columns
from lianggao.screening.departments import REVIEWS, review_codes
from lianggao.screening.display import Display, Texts
from lianggao.screening.gates import CATALOG, LEDGER
from lianggao.screening.group import GroupFinding
from lianggao.screening.reasons import BELOW_FLOOR, RECALLED, basis_of, reason_template
from lianggao.screening.score import score_columns

COLUMNS: Mapping[str, str] = {
    "determination": "判定",
    "possible_determinations": "可能的判定",
    "basis": "依据",
    "trust": "可信度",
    "reason": "理由",
    "missing_facts": "需补充信息",
    "review_commerce": "会审_商务",
    "review_development": "会审_发展改革",
    "review_industry": "会审_工业和信息化",
    "review_land": "会审_自然资源",
    "review_environment": "会审_生态环境",
    "failed_checks": "未通过核查",
    "open_checks": "待定核查",
    "disposition": "处置意见",
    "score_low": "分值下限",
    "score_high": "分值上限",
    "data_notes": "数据说明",
    "group_findings": "清单内比对",
}
"""Every appended column with its Chinese header, in order."""

Make = dict[str, Texts]


def columns_of(
    batches: Sequence[Batch], display: Display, law: Law, lang: str, groups: Sequence[GroupFinding] = ()
) -> pd.DataFrame:
    """Return the columns of all projects, in the order of the list."""
    rows = display.facts.rows
    made: Make = {name: np.full(rows, 0 if name.startswith("score_") else "", dtype=object) for name in COLUMNS}
    for batch in batches:
        for name, texts in _batch(batch, display, law, lang).items():
            made[name][batch.rows] = texts
    made["data_notes"] = _joined(((note.row, note.told) for note in display.facts.notes), rows)
    made["group_findings"] = _joined(((row - 1, group.sentence) for group in groups for row in group.rows), rows)
    frame = pd.DataFrame(made, index=pd.RangeIndex(rows))
    frame = frame.astype({name: "int64" if name.startswith("score_") else "str" for name in COLUMNS})
    return frame if lang == "en" else frame.rename(columns=dict(COLUMNS))


def _batch(batch: Batch, display: Display, law: Law, lang: str) -> Make:
    domains, answer = law.vocabulary.domains, batch.answers[CATALOG]
    of_row = answer.decided.patterns.of_row
    asked = asked_of_catalog(batch)
    names = _names(batch, CATALOG, lang)
    made = {
        "determination": np.append(names, _said(["undetermined"], domains["outcome"], lang))[batch.decided[CATALOG]],
        "possible_determinations": _per_pattern(batch, lambda p: _open(batch, CATALOG, p, names))[of_row],
        "basis": _per_pattern(batch, lambda p: "；".join(basis_of(batch, CATALOG, p)))[of_row],
        "trust": _said([*TRUSTS, ""], domains["trust"], lang)[batch.trust[CATALOG]],
        "reason": _reasons(batch, display, [[fact.label for fact in facts] for facts in asked]),
        "missing_facts": missing_column(batch, asked),
        "disposition": _disposition(batch, lang),
    }
    for department in law.vocabulary.departments:
        made[f"review_{department}"] = _said(REVIEWS, domains["review"], lang)[review_codes(batch, department)]
    low, high = score_columns(batch)
    return {**made, **check_columns(batch, lang), "score_low": low, "score_high": high}


def _names(batch: Batch, gate: str, lang: str) -> list[str]:
    labels = batch.labels(gate)
    return [labels[o] if lang == "zh" else o for o in batch.answers[gate].decided.table.outcomes]


def _open(batch: Batch, gate: str, pattern: int, names: Sequence[str]) -> str:
    row = batch.answers[gate].decided.answer.outcomes[pattern]
    return "；".join(name for name, on in zip(names, row, strict=True) if on)


def _said(values: Sequence[str], labels: Mapping[str, str], lang: str) -> Texts:
    return np.array([labels.get(v, v) if lang == "zh" else v for v in values], dtype=object)


def _per_pattern(batch: Batch, write: Callable[[int], str]) -> Texts:
    return np.array([write(p) for p in range(len(batch.answers[CATALOG].decided.patterns))], dtype=object)


def _reasons(batch: Batch, display: Display, asked: Sequence[Sequence[str]]) -> Texts:
    """Lay out each distinct sentence once and fill in the values of all projects that share it."""
    templates = _per_pattern(batch, lambda p: reason_template(batch, CATALOG, p, asked[p]))
    of_pattern, distinct = pd.factorize(templates)
    codes = of_pattern[batch.answers[CATALOG].decided.patterns.of_row]
    order = np.argsort(codes, kind="stable")
    edges = np.searchsorted(codes[order], np.arange(len(distinct) + 1))
    filled = np.empty(len(codes), dtype=object)
    for place, template in enumerate(distinct):
        part = order[edges[place] : edges[place + 1]]
        filled[part] = display.fill(str(template), batch.rows[part])
    before = np.where(batch.below_floor[CATALOG], BELOW_FLOOR, "").astype(object)
    after = np.where(batch.trust[CATALOG] == TRUSTS.index("recalled"), RECALLED, "").astype(object)
    return np.asarray(before + filled + after)


def _disposition(batch: Batch, lang: str) -> Texts:
    if LEDGER not in batch.answers:
        return np.full(len(batch.rows), "", dtype=object)
    part, names = batch.answers[LEDGER].decided, _names(batch, LEDGER, lang)
    texts = np.array([_open(batch, LEDGER, p, names) for p in range(len(part.patterns))], dtype=object)
    perhaps = np.where(batch.decided[LEDGER] < 0, "可能：" if lang == "zh" else "possible: ", "")
    return np.asarray(perhaps.astype(object) + texts[part.patterns.of_row])


def _joined(told: Iterable[tuple[int, str]], rows: int) -> Texts:
    texts: Texts = np.full(rows, "", dtype=object)
    for row, text in told:
        texts[row] += ("；" if texts[row] else "") + text
    return texts
