"""The examples of a rule as Markdown: each in words, and as lines that can be put under `cases` in its case file."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from lianggao.audit.boundaries.text import scalar
from lianggao.audit.pages.examples import Examples, NearMiss

Facts = Mapping[str, str | int | float]


def examples_text(found: Examples | None) -> Iterator[str]:
    """Yield the lines of the two sections."""
    yield from ("## 成立的例子", "")
    if found is None:
        yield from ("依据文件确已施行的日子里，没有项目能使本规则确定成立。", "")
        return
    yield from (f"按 {found.day} 施行的规则，只知道以下事实即确定成立：", "")
    yield from (f"- {found.namer.fact(name, value)}" for name, value in found.holding.items())
    yield from ("", "```yaml", _case("成立的例子", found.day, found.holding, "certain"), "```", "")
    yield from ("## 近似而不成立的例子", "")
    if found.misses:
        yield from ("对条件中的每一项，与一个成立的项目只差一项事实：", "")
        yield from (f"{at}. {_told(miss, found)}" for at, miss in enumerate(found.misses, start=1))
        yield from ("", "```yaml", *_cases(found), "```", "")
    if found.omitted:
        yield from ("没有列出例子的：", "", *(f"- {line}" for line in found.omitted), "")


def _told(miss: NearMiss, found: Examples) -> str:
    """Tell a near miss by what is unlike the example above."""
    fact, usual = found.namer.fact, found.holding
    failing = "，".join(fact(name, miss.failing[name]) for name in miss.changed)
    if miss.holding == usual:
        return f"{miss.test}：上例写作{failing}则不成立"
    others = [name for name in miss.holding if name not in miss.changed]
    unlike = [fact(name, miss.holding[name]) for name in others if usual.get(name) != miss.holding[name]]
    unlike += [found.namer.blank(name) for name in usual if name not in miss.holding]
    unlike += [fact(name, miss.holding[name]) for name in miss.changed]
    return f"{miss.test}：上例写作{'，'.join(unlike)}，仍成立；写作{failing}则不成立"


def _cases(found: Examples) -> Iterator[str]:
    """Yield a case for every project of the near misses, named by all that it stands for."""
    shown: dict[tuple[tuple[str, object], ...], tuple[Facts, str, list[int]]] = {}
    for at, miss in enumerate(found.misses, start=1):
        for project, expect in ((miss.holding, "certain"), (miss.failing, "impossible")):
            if project != found.holding:
                key = tuple(sorted(project.items()))
                shown.setdefault(key, (project, expect, []))[2].append(at)
    for project, expect, numbers in shown.values():
        says = "成立" if expect == "certain" else "不成立"
        yield _case(f"近似的例子{'、'.join(map(str, numbers))}，{says}", found.day, project, expect)


def _case(name: str, day: str, project: Facts, expect: str) -> str:
    given = ", ".join(f"{field}: {scalar(value)}" for field, value in project.items())
    title = json.dumps(name, ensure_ascii=False)
    return f'- {{name: {title}, as_of: "{day}", project: {{{given}}}, expect: {expect}}}'
