"""Findings as lines of text and as JSON, and the sentence that says how much was looked at.

JSON is one object: `valid` (whether the files could be read), `checked` (counts) and `findings`, each with `code`,
`message`, `file`, `line` and `column`; line and column are null where they are not known.
"""

from __future__ import annotations

import json

from lianggao.audit.checking.checks import Checked
from lianggao.audit.checking.formats.told import Told


def as_text(checked: Checked, lang: str) -> str:
    """Return one line for each finding, as editors read it."""
    return "".join(f"{fault.render(lang)}\n" for fault in checked.faults)


def as_json(checked: Checked, lang: str) -> str:
    """Return one JSON object, described at the top of this file."""
    findings = [
        {
            "code": told.code,
            "message": told.message,
            "file": told.place.file,
            "line": told.place.line or None,
            "column": told.place.column or None,
        }
        for told in (Told.of(fault, lang) for fault in checked.faults)
    ]
    whole = {"valid": checked.valid, "checked": checked.counts, "findings": findings}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def summary(checked: Checked, lang: str) -> str:
    """Say what was looked at and how much was found."""
    found, counts = len(checked.faults), checked.counts
    if not checked.valid:
        return f"文件有误，未作检查：{found}处" if lang == "zh" else f"not checked, the files have {found} mistakes"
    if lang == "zh":
        what = (
            f"已检查{counts['documents']}份文件的{counts['rules']}条规则（其中{counts['requirements']}项部门核查）、"
            f"{counts['definitions']}个定义，"
            f"{counts['catalogs']}个目录的{counts['tables']}张表，{counts['dates']}个时段，{counts['checks']}项检查"
        )
        return f"{what}：{f'{found}处须看' if found else '未见问题'}"
    what = (
        f"checked {counts['rules']} rules ({counts['requirements']} of them requirements of departments) and "
        f"{counts['definitions']} definitions of {counts['documents']} documents, "
        f"{counts['tables']} tables of {counts['catalogs']} catalogs, {counts['dates']} stretches of time, "
        f"{counts['checks']} checks"
    )
    return f"{what}: {found or 'no'} finding{'' if found == 1 else 's'}"
