"""The words of an impact in both languages, side by side."""

from __future__ import annotations

from collections.abc import Mapping

from lianggao.rulebook.requirements import is_requirement

Words = Mapping[str, str]

WORDS: Mapping[str, Words] = {
    "zh": {
        "old": "旧：{side}",
        "new": "新：{side}",
        "dated": "{name}，适用日期 {as_of}",
        "count": "清单：{rows}个项目，{moved}个有变动",
        "nothing": "清单的{rows}个项目在所有关口、部门核查、会审部门和需补充信息上都没有变动。",
        "gate": "== {title}：{n}个项目有变动 ==",
        "corner": "旧＼新",
        "cell": "{old} → {new}（{n}个）",
        "elsewhere": "== 各关口和核查的结果未变，会审部门或需补充信息有变：{n}个项目 ==",
        "row": "第{row}行",
        "withheld": "{outcomes}（可信度不足，不作认定）",
        "or": "或",
        "comma": "、",
        "colon": "：",
        "semicolon": "；",
        "old_reason": "旧：{reason}",
        "new_reason": "新：{reason}",
        "basis": "　依据：{basis}",
        "rules": "规则 ",
        "certain": "成立",
        "possible": "可能成立",
        "none": "不成立",
        "departments": "会审：",
        "facts": "读作：",
        "missing": "需补充信息：",
        "missing_at": "需补充信息（{gate}）：",
        "left_out": "另有{n}个未列出",
    },
    "en": {
        "old": "old: {side}",
        "new": "new: {side}",
        "dated": "{name}, as of {as_of}",
        "count": "list: {rows} projects, {moved} moved",
        "nothing": "none of the {rows} projects moves at any gate, in any review or in what is missing.",
        "gate": "== {title}: {n} moved ==",
        "corner": "old \\ new",
        "cell": "{old} → {new} ({n})",
        "elsewhere": "== no gate moved, but a review or what is missing: {n} projects ==",
        "row": "row {row}",
        "withheld": "{outcomes} (withheld, trusted too little)",
        "or": " or ",
        "comma": ", ",
        "colon": ": ",
        "semicolon": "; ",
        "old_reason": "old: {reason}",
        "new_reason": "new: {reason}",
        "basis": " [{basis}]",
        "rules": "rules ",
        "certain": "certain",
        "possible": "possible",
        "none": "none",
        "departments": "reviews: ",
        "facts": "read as: ",
        "missing": "missing facts: ",
        "missing_at": "missing facts ({gate}): ",
        "left_out": "{n} more",
    },
}


def named(gate: str, title: str) -> str:
    """Name a gate by its title; a requirement with its id too, since several documents may give it one title."""
    return f"{title}（{gate}）" if is_requirement(gate) else title
