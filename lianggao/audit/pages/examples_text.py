"""The examples of a rule as Markdown: each in words, and as lines that can be put under `cases` in its case file."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lianggao.audit.boundaries.text import scalar
from lianggao.audit.pages.examples import Examples, NearMiss
from lianggao.rulebook.requirements import CheckStatus

Facts = Mapping[str, str | int | float]
_SAID: Mapping[CheckStatus | None, str] = {
    None: "不成立",
    "holds": "符合",
    "not_applicable": "不适用",
    "undecided": "不一定不符合",
    "fails": "不符合",
}


@dataclass(frozen=True)
class Words:
    """How it is said that a rule holds; that a requirement's rule holds says that the requirement is not met."""

    holds: str
    miss: str
    never: str


RULE = Words("成立", "近似而不成立", "没有项目能使本规则确定成立")
REQUIREMENT = Words("不符合", "近似而不属不符合", "没有项目能确定为不符合")


def examples_text(found: Examples | None, checked: bool) -> Iterator[str]:
    """Yield the lines of the two sections, of a rule or of a requirement."""
    words = REQUIREMENT if checked else RULE
    yield from (f"## {words.holds}的例子", "")
    if found is None:
        yield from (f"依据文件确已施行的日子里，{words.never}。", "")
        return
    yield from (f"按 {found.day} 施行的规则，只知道以下事实即确定{words.holds}：", "")
    yield from (f"- {found.namer.fact(name, value)}" for name, value in found.holding.items())
    yield from ("", "```yaml", _case(f"{words.holds}的例子", found.day, found.holding, "certain"), "```", "")
    yield from (f"## {words.miss}的例子", "")
    if found.misses:
        yield from (f"对条件中的每一项，与一个{words.holds}的项目只差一项事实：", "")
        yield from (f"{at}. {_told(miss, found, words)}" for at, miss in enumerate(found.misses, start=1))
        yield from ("", "```yaml", *_cases(found, words), "```", "")
    if found.omitted:
        yield from ("没有列出例子的：", "", *(f"- {line}" for line in found.omitted), "")


def _told(miss: NearMiss, found: Examples, words: Words) -> str:
    """Tell a near miss by what is unlike the example above."""
    fact, usual = found.namer.fact, found.holding
    failing = "，".join(fact(name, miss.failing[name]) for name in miss.changed)
    then = _SAID[miss.status]
    if miss.holding == usual:
        return f"{miss.test}：上例写作{failing}则{then}"
    others = [name for name in miss.holding if name not in miss.changed]
    unlike = [fact(name, miss.holding[name]) for name in others if usual.get(name) != miss.holding[name]]
    unlike += [found.namer.blank(name) for name in usual if name not in miss.holding]
    unlike += [fact(name, miss.holding[name]) for name in miss.changed]
    return f"{miss.test}：上例写作{'，'.join(unlike)}，仍{words.holds}；写作{failing}则{then}"


def _cases(found: Examples, words: Words) -> Iterator[str]:
    """Yield a case for every project of the near misses, named by all that it stands for."""
    shown: dict[tuple[tuple[str, object], ...], tuple[Facts, str, str, list[int]]] = {}
    for at, miss in enumerate(found.misses, start=1):
        sides = (miss.holding, "certain", words.holds), (miss.failing, "impossible", _SAID[miss.status])
        for project, expect, says in sides:
            if project != found.holding:
                key = tuple(sorted(project.items()))
                shown.setdefault(key, (project, expect, says, []))[3].append(at)
    for project, expect, says, numbers in shown.values():
        yield _case(f"近似的例子{'、'.join(map(str, numbers))}，{says}", found.day, project, expect)


def _case(name: str, day: str, project: Facts, expect: str) -> str:
    given = ", ".join(f"{field}: {scalar(value)}" for field, value in project.items())
    title = json.dumps(name, ensure_ascii=False)
    return f'- {{name: {title}, as_of: "{day}", project: {{{given}}}, expect: {expect}}}'
