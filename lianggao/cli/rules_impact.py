"""`lianggao rules impact`: what a change of the rules moves on a list, and whether exactly that was announced."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lianggao.cli.codes import THERE
from lianggao.cli.options import Form, Lang, Sheet, TextOrJson, Trust, TrustFloor
from lianggao.cli.output import print_data
from lianggao.cli.two_sides import SIDE, two_sides

if TYPE_CHECKING:
    from lianggao.audit.impact import Impact
    from lianggao.audit.impact.expected import Difference


def show_impact(
    sides: Annotated[
        list[str],
        typer.Argument(
            metavar="[OLD [NEW]] LIST",
            help=f"旧规则和新规则，各为{SIDE}最后写项目清单，.csv 或 .xlsx。",
            show_default=False,
        ),
    ],
    as_of: Annotated[
        list[str] | None,
        typer.Option(
            "--as-of",
            metavar="DATE",
            help="适用哪一天的规则；写两次则旧的看第一个日期，新的看第二个；不写则用各项目的判定日期，没有的用当天。",
            show_default=False,
        ),
    ] = None,
    sheet: Sheet = None,
    trust: Trust = TrustFloor.recalled,
    expect: Annotated[
        Path | None,
        typer.Option(
            "--expect",
            metavar="FILE",
            help="写明应有变动的 .yaml 文件；只列出与之不符之处，有不符的以 3 退出。",
            show_default=False,
        ),
    ] = None,
    write_expected: Annotated[
        Path | None,
        typer.Option("--write-expected", metavar="FILE", help="把现有变动写成这样的文件，供复核。", show_default=False),
    ] = None,
    form: Form = TextOrJson.text,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=0, help="每格最多列出几个项目。")] = 20,
    lang: Annotated[Lang, typer.Option("--lang", help="标题和取值的语言。")] = Lang.zh,
    keep_contacts: Annotated[bool, typer.Option("--keep-contacts", help="不隐去手机号和身份证号。")] = False,
) -> int:
    """看规则改动后清单中哪些项目的判定、会审部门或需补充信息会变：从什么变为什么，为什么。

    只写 OLD 和清单（或只写清单，用自带规则）时，须写两个 --as-of，看同一套规则在两个日期的差别。
    """
    from lianggao.audit.impact import impact_of
    from lianggao.audit.impact.expected import differences, read_moves

    file, old, new = _words(sides)
    _refuse_list(write_expected, file)
    before, after, dates = two_sides(old, new, as_of or [])
    days = (str(dates[0]), str(dates[1])) if dates else None
    impact = impact_of(before, after, file, as_of=days, trust=trust.value, sheet=sheet)
    found = differences(impact, read_moves(expect, impact), keep_contacts=keep_contacts) if expect else None
    if write_expected:
        _write(impact, write_expected, keep_contacts)
    print_data(_shown(impact, found, form, lang.value, limit, keep_contacts))
    return THERE if found else 0


def _words(words: Sequence[str]) -> tuple[str, str | None, str | None]:
    """Return the list, the old side and the new side. Raises InputError."""
    from lianggao.errors import InputError, fault

    if len(words) > 3:
        raise InputError([fault("two-sides-and-a-list", n=len(words))])
    old, new = [*words[:-1], None, None][:2]
    return words[-1], old, new


def _refuse_list(target: Path | None, file: str) -> None:
    """Raise InputError where the file to write is the list itself."""
    from lianggao.errors import InputError, fault

    if target and target.resolve() == Path(file).resolve():
        raise InputError([fault("output-is-input", value=target)])


def _write(impact: Impact, target: Path, keep_contacts: bool) -> None:
    from lianggao.audit.impact.expected import written_moves
    from lianggao.errors import InputError, Place, fault

    text = written_moves(impact, keep_contacts=keep_contacts)
    try:
        target.write_bytes(text.encode("utf-8", errors="replace"))
    except OSError as error:
        why = error.strerror or str(error)
        raise InputError([fault("file-not-writable", Place(str(target)), why=why)]) from error


def _shown(
    impact: Impact,
    found: Sequence[Difference] | None,
    form: TextOrJson,
    lang: str,
    limit: int,
    keep_contacts: bool,
) -> str:
    from lianggao.audit.impact.expected import differences_text
    from lianggao.audit.impact.json_text import impact_json
    from lianggao.audit.impact.text import impact_text

    if form is TextOrJson.json:
        return impact_json(impact, found, keep_contacts=keep_contacts)
    if found is not None:
        return differences_text(impact, found, lang)
    return impact_text(impact, lang, limit, keep_contacts=keep_contacts)
