"""The rules by which an arrival has consequences, as data: the marks that are all needed, and the sentence.

A mark `was …` is so before the arrival and `now …` after it; `differs` says that the two are not the same, and
`taken back` that the arrival corrects or withdraws. What the marks say is decided before the engine sees them.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from lianggao.screening.model import Status

Kind = Literal["gate", "department", "approval", "stage", "fact", "conclusion"]


class Rule(NamedTuple):
    """One consequence. Sentences take words of the subject as it is `now` or `was`; it rests on one of the two."""

    code: str
    marks: tuple[str, ...]
    sentence: str
    status: Status = "certain"
    rests: Literal["was", "now"] = "now"


BEFORE: dict[Kind, str] = {
    "gate": "open",
    "department": "not_required",
    "approval": "clear",
    "stage": "unknown",
    "fact": "clear",
    "conclusion": "gone",
}
"""What is so of a subject that nothing is known of."""

_BUILT = (
    (
        "built-late",
        ("now certain", "now late"),
        "{now[start]}开工时尚无{now[name]}（{now[given]}才取得），属未批先建{now[aside]}",
    ),
    (
        "built-refused",
        ("now certain", "now refused"),
        "{now[start]}开工，{now[name]}未通过或未取得，属未批先建{now[aside]}",
    ),
    ("built-unfiled", ("now possible", "now unfiled"), "{now[start]}开工，未见{now[name]}，可能属未批先建{now[aside]}"),
    (
        "built-undated",
        ("now possible", "now undated"),
        "{now[start]}开工，是否先取得{now[name]}未明，可能属未批先建{now[aside]}",
    ),
    (
        "built-perhaps-exempt",
        ("now perhaps exempt",),
        "{now[start]}开工时尚无{now[name]}，除非免于审查，属未批先建{now[aside]}",
    ),
)

STANDING: tuple[Rule, ...] = (
    Rule("gate-settled", ("gate", "now settled"), "{now[title]}：{now[label]}。{now[reason]}"),
    Rule("review-required", ("department", "now required"), "{now[name]}须参加会审"),
    Rule("review-possible", ("department", "now possible"), "{now[name]}可能须参加会审", "possible"),
    *(
        Rule(code, ("approval", *marks), sentence, "certain" if "now certain" in marks else "possible")
        for code, marks, sentence in _BUILT
    ),
    Rule("stage-reached", ("stage", "now known"), "项目处于{now[label]}阶段，处置意见：{now[disposition]}"),
    Rule("fact-contradicted", ("fact", "now contradicted"), "{now[label]}有互不一致的说法：{now[said]}", "possible"),
)
"""What holds, whatever was before."""

ARRIVING: tuple[Rule, ...] = (
    Rule("gate-settled", ("gate", "was open", "now settled"), "{now[title]}可以认定：{now[label]}。{now[reason]}"),
    Rule(
        "gate-changed",
        ("gate", "was settled", "now settled", "differs"),
        "{now[title]}由{was[label]}改为{now[label]}。{now[reason]}",
    ),
    Rule(
        "gate-reopened",
        ("gate", "was settled", "now open"),
        "{now[title]}原为{was[label]}，重新待定。{now[reason]}",
        "possible",
    ),
    Rule("gate-narrowed", ("gate", "was open", "now open", "fewer"), "{now[title]}仍待定。{now[reason]}", "possible"),
    Rule("gate-widened", ("gate", "was open", "now open", "others"), "{now[title]}仍待定。{now[reason]}", "possible"),
    Rule("review-required", ("department", "differs", "now required"), "{now[name]}须参加会审"),
    Rule(
        "review-possible", ("department", "was not_required", "now possible"), "{now[name]}可能须参加会审", "possible"
    ),
    Rule(
        "review-unsure",
        ("department", "was required", "now possible"),
        "{now[name]}由须参加会审改为可能须参加",
        "possible",
    ),
    Rule("review-ended", ("department", "differs", "now not_required"), "{was[name]}不再须参加会审", rests="was"),
    *(
        Rule(code, ("approval", "differs", *marks), sentence, "certain" if "now certain" in marks else "possible")
        for code, marks, sentence in _BUILT
    ),
    Rule("built-cleared", ("approval", "differs", "now clear"), "按{was[name]}不再认为未批先建", rests="was"),
    Rule("stage-changed", ("stage", "differs", "now known"), "项目转入{now[label]}阶段，处置意见：{now[disposition]}"),
    Rule("stage-unsure", ("stage", "differs", "was known", "now unknown"), "项目阶段不再明确", "possible"),
    Rule(
        "fact-contradicted",
        ("fact", "differs", "now contradicted"),
        "{now[label]}有互不一致的说法：{now[said]}，均计入",
        "possible",
    ),
    Rule("fact-agreed", ("fact", "was contradicted", "now clear"), "{was[label]}的说法已一致", rests="was"),
    Rule(
        "fallen",
        ("conclusion", "was standing", "now gone", "taken back"),
        "{was[how]}后，原结论不再成立：{was[sentence]}",
        rests="was",
    ),
)
"""What an arrival brings about."""
