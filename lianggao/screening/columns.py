"""The appended columns: eighteen texts and numbers for each project, made once per situation and spread by column.

docs/columns.md says what each of them means; a test holds that page to this file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from lianggao.amount_texts import Texts
from lianggao.coded_texts import TEXT, Coded
from lianggao.rulebook import Law
from lianggao.rulebook.models import TRUSTS
from lianggao.screening.asking import missing_column
from lianggao.screening.batch import Batch
from lianggao.screening.check_columns import check_columns
from lianggao.screening.coded import categories, constant, listed, narrowed, stacked, written
from lianggao.screening.departments import REVIEWS, review_codes
from lianggao.screening.display import Display
from lianggao.screening.gates import CATALOG, LEDGER
from lianggao.screening.reason_column import reason_column
from lianggao.screening.reasons import basis_of
from lianggao.screening.score import score_columns
from lianggao.tables.known import Ints, Known

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


def columns_of(
    batches: Sequence[Batch], display: Display, law: Law, lang: str, groups: Mapping[int, str]
) -> pd.DataFrame:
    """Return the columns of all projects, in the order of the list; texts that repeat are pandas categories.

    `groups` has what was found about a row, counted from 0, and others.
    """
    rows = display.facts.rows
    for batch in batches:
        # Whatever a table is asked about comes first, so that it is worked out together what is missing in it.
        batch.ask()
    made = [(batch, _coded(batch, law, lang)) for batch in batches]
    texts: dict[str, pd.Categorical | Texts | Ints] = {
        name: categories(stacked([(b.rows, narrowed(coded[name]).at(b.situation)) for b, coded in made], rows))
        for name in (made[0][1] if made else COLUMNS)
    }
    texts["reason"] = reason_column(batches, display)
    texts["score_low"], texts["score_high"] = _scores(batches, rows)
    texts["data_notes"] = display.facts.notes.column(rows)
    texts["group_findings"] = _spread(groups, rows)
    frame = pd.DataFrame({name: _column(texts[name]) for name in COLUMNS}, index=pd.RangeIndex(rows), copy=False)
    return frame if lang == "en" else frame.rename(columns=dict(COLUMNS))


def _column(texts: pd.Categorical | Texts | Ints) -> object:
    return pd.array(texts, dtype="str") if isinstance(texts, pa.Array) else texts


def _coded(batch: Batch, law: Law, lang: str) -> dict[str, Coded]:
    """Return the columns whose texts hold no figure of the project's own, one place per situation."""
    domains, answer = law.vocabulary.domains, batch.answers[CATALOG]
    part, names = answer.decided, _names(batch, CATALOG, lang)
    undetermined = _said(["undetermined"], domains["outcome"], lang)
    made = {
        "determination": written([*names, *undetermined], batch.decided(CATALOG) % (len(names) + 1)),
        "possible_determinations": _open(batch, CATALOG, lang),
        "basis": written(batch.each(part, "basis", partial(_basis, batch)), part.patterns.of_row),
        "trust": written(_said([*TRUSTS, ""], domains["trust"], lang), batch.trust(CATALOG)),
        "missing_facts": missing_column(batch),
        "disposition": _disposition(batch, lang),
        **check_columns(batch, lang),
    }
    for department in law.vocabulary.departments:
        made[f"review_{department}"] = written(_said(REVIEWS, domains["review"], lang), review_codes(batch, department))
    return made


def _names(batch: Batch, gate: str, lang: str) -> list[str]:
    labels = batch.labels(gate)
    return [labels[o] if lang == "zh" else o for o in batch.answers[gate].decided.table.outcomes]


def _open(batch: Batch, gate: str, lang: str) -> Coded:
    """Return the outcomes still possible, side by side."""
    part, names = batch.answers[gate].decided, _names(batch, gate, lang)
    sets = Known.of_rows(part.answer.outcomes)
    texts = ["；".join(name for name, on in zip(names, row, strict=True) if on) for row in sets.sets.tolist()]
    return written(texts, sets.index[part.patterns.of_row])


def _basis(batch: Batch, pattern: int) -> str:
    return "；".join(basis_of(batch, CATALOG, pattern))


def _said(values: Sequence[str], labels: Mapping[str, str], lang: str) -> list[str]:
    return [labels.get(v, v) if lang == "zh" else v for v in values]


def _disposition(batch: Batch, lang: str) -> Coded:
    if LEDGER not in batch.answers:
        return constant("", len(batch.first))
    perhaps = ["", "可能：" if lang == "zh" else "possible: "]
    leads = written(perhaps, (batch.decided(LEDGER) < 0).astype(np.int64))
    return listed([leads, _open(batch, LEDGER, lang)], "")


def _scores(batches: Sequence[Batch], rows: int) -> tuple[Ints, Ints]:
    found = np.zeros((2, rows), dtype=np.int64)
    for batch in batches:
        for at, score in enumerate(score_columns(batch)):
            found[at, batch.rows] = score[batch.situation]
    return found[0], found[1]


def _spread(told: Mapping[int, str], rows: int) -> Texts:
    places, texts = np.full(rows, -1, dtype=np.int64), pa.array(told.values(), TEXT)
    places[list(told)] = np.arange(len(told))
    return pc.fill_null(texts.take(pa.array(places, mask=places < 0)), "")
