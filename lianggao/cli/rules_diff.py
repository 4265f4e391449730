"""`lianggao rules diff`: what a change of the rules does, proved over every world."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from lianggao.cli.codes import THERE, UNDECIDED
from lianggao.cli.options import Form, Lang, TextOrJson
from lianggao.cli.output import print_data
from lianggao.cli.two_sides import SIDE, two_sides

if TYPE_CHECKING:
    from lianggao.audit.diff import LawDiff
    from lianggao.rulebook import Law


class DiffFail(StrEnum):
    """Differences that `--fail-on` asks about."""

    any = "any"
    stricter = "stricter"
    looser = "looser"
    mixed = "mixed"


Dates = Annotated[
    list[str] | None,
    typer.Option(
        "--as-of", metavar="DATE", help="只比较这一天；写两次则旧的看第一个日期，新的看第二个。", show_default=False
    ),
]


def diff_rules(
    old: Annotated[str | None, typer.Argument(metavar="OLD", help=SIDE, show_default=False)] = None,
    new: Annotated[str | None, typer.Argument(metavar="NEW", help="同上。", show_default=False)] = None,
    as_of: Dates = None,
    fail_on: Annotated[
        list[DiffFail] | None, typer.Option("--fail-on", help="有这样的变化时以 3 退出，可写多个。", show_default=False)
    ] = None,
    form: Form = TextOrJson.text,
    full: Annotated[bool, typer.Option("--full", help="随之变化的关口也列出全部情形。")] = False,
    lang: Annotated[Lang, typer.Option("--lang", help="标题和取值的语言。")] = Lang.zh,
) -> int:
    """比较两套规则：逐关口证明相同、加严、放宽或有严有宽，列出全部不同的情形、起因和最短的例子。

    写 OLD 和 NEW，比较所有日期；或只写两个 --as-of，比较自带规则在两个日期的差别。
    有未能比较的部分时写明，并以 4 退出。
    """
    from lianggao.audit.diff.text import diff_text

    found, law = diff_of(old, new, as_of or [])
    as_json = form is TextOrJson.json
    print_data(
        found.model_dump_json(indent=2) + "\n" if as_json else diff_text(found, law.vocabulary, lang.value, full=full)
    )
    return _code(found, {one.value for one in fail_on or []})


def diff_of(old: str | None, new: str | None, dates: list[str]) -> tuple[LawDiff, Law]:
    """Return the comparison that was asked for and the new law. Raises InputError."""
    from lianggao.audit.diff import diff_laws, diff_rulebooks
    from lianggao.rulebook import load_rulebook

    before, after, both = two_sides(old, new, dates)
    if not both:
        return diff_laws(before, after), after
    first, last = both
    return diff_rulebooks(load_rulebook(first, before), load_rulebook(last, after)), after


def _code(found: LawDiff, asked: set[str]) -> int:
    moves = (move for period in found.periods for gate in period.gates for move in gate.moves)
    there: set[str] = {*found.verdicts.values(), *(move.direction for move in moves)}
    there |= {"any"} if found.differs else set()
    if there & asked:
        return THERE
    return 0 if found.complete else UNDECIDED
