"""The requirements in the columns, the explanation and the score, against plain Python over what each project has."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import pytest
from building import CLINKER, NANYANG, XUCHANG, Stated, screen_one, screen_stated

from lianggao import Screening, explain
from lianggao.rulebook import Law
from lianggao.screening.standing import STANDINGS, standing_codes, standing_of

DAY = "2026-01-10"
RATIO = "cement-glass-replacement-2024/clinker"
SHORT: Stated = {**CLINKER, "replacement_ratio": 1.6, "replacement_source": "province_elsewhere"}
"""禹州 lies in the key region, where new clinker from elsewhere asks for 2:1."""

KEYS = ("activity", "county", "construction_nature", "replacement_ratio", "directory_class")
MANY: Sequence[Stated] = [
    {key: value for key, value in zip(KEYS, values, strict=True) if value is not None}
    for values in product(
        ["cement_clinker", ["cement_clinker", "other"], "steel_long", None],
        [XUCHANG, NANYANG],
        ["new_build", None],
        [1.6, None],
        ["restricted", None],
    )
]


@pytest.fixture(scope="module")
def many(law: Law) -> Screening:
    return screen_stated(law, MANY, DAY)


def expected(screening: Screening, row: int, lang: str) -> tuple[str, str]:
    """Return both columns of one project, department by department, from the outcomes that are possible."""
    failed, undecided = list[str](), list[str]()
    for one in screening.project(row).departments:
        named: dict[str, list[str]] = {"failed": [], "open": []}
        perhaps = 0
        for check in one.checks:
            name, left = check.title if lang == "zh" else check.check, set(check.outcomes)
            if left == {"fails"}:
                named["failed"].append(name)
            elif "fails" in left and left != {"not_applicable", "fails", "holds"}:
                named["open"].append(name)
            perhaps += left == {"not_applicable", "fails", "holds"}
        head = f"{one.label}：" if lang == "zh" else f"{one.department}: "
        between = "，" if lang == "zh" else ", "
        more = f"{perhaps}项是否适用待定" if lang == "zh" else f"{perhaps} that may not apply"
        further = f"（另有{more}）" if lang == "zh" else f" (+ {more})"
        if named["failed"]:
            failed.append(head + between.join(named["failed"]))
        if named["open"] or perhaps:
            tail = (further if named["open"] else more) if perhaps else ""
            undecided.append(head + between.join(named["open"]) + tail)
    join = "；" if lang == "zh" else "; "
    return join.join(failed), join.join(undecided)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_columns_group_what_fails_and_what_may_fail_by_department(many: Screening, lang: str) -> None:
    columns = many.columns(lang).iloc[:, 11:13]
    for row in range(1, len(many) + 1):
        assert tuple(columns.iloc[row - 1]) == expected(many, row, lang)
    assert columns.nunique().tolist()[1] > 20


def test_a_clinker_line_of_1_6_to_1_in_the_key_region_is_named_as_not_met(law: Law) -> None:
    screening = screen_stated(law, [SHORT, {**SHORT, "replacement_ratio": 2.0}], DAY)
    failed = screening.columns()["未通过核查"].tolist()
    assert failed[0].startswith("工业和信息化：水泥熟料产能置换比例")
    assert "水泥熟料产能置换比例" not in failed[1] + screening.columns()["待定核查"][1]


def test_a_requirement_met_wherever_it_applies_is_no_worry(law: Law) -> None:
    """Whether a project that has its approval has begun is open; it is not built without approval either way."""
    stated = {**CLINKER, "stage": ["proposed", "under_construction"], "eia_done": "yes"}
    screening = screen_stated(law, [stated], DAY)
    harmless = [check for check in screening.project(1).checks if set(check.outcomes) == {"not_applicable", "holds"}]
    assert harmless
    text = screening.columns()["待定核查"][0] + screening.columns()["未通过核查"][0]
    assert not [check.title for check in harmless if check.title in text]


def test_below_the_floor_nothing_is_named_as_not_met(law: Law) -> None:
    columns = screen_stated(law, [SHORT], DAY, "official").columns()
    assert columns["未通过核查"][0] == ""
    assert "水泥熟料产能置换比例" in columns["待定核查"][0]


@pytest.mark.parametrize("floor", ["recalled", "official"])
def test_by_column_and_by_project_requirements_stand_the_same(law: Law, floor: str) -> None:
    screening = screen_stated(law, MANY[::5], DAY, floor)  # type: ignore[arg-type]
    for row, project in enumerate(screening.projects(), 1):
        batch, at = screening.batch_of(row)
        by_column = {c: STANDINGS[standing_codes(batch, c)[at]] for c in batch.checks()}
        by_project = {check.check: standing_of(check) for check in project.checks}
        assert by_column == by_project | dict.fromkeys(project.inapplicable, "inapplicable")


def test_a_requirement_not_met_adds_its_points_and_is_named_for_them(law: Law) -> None:
    screening = screen_stated(law, [SHORT, {**SHORT, "replacement_ratio": 2.0}], DAY)
    low = screening.columns("en")["score_low"].tolist()
    rule = law.rule(RATIO)
    assert rule is not None
    points = rule.rule.conclude.points
    assert low[0] - low[1] == points > 0
    assert f"    · 未通过核查“水泥熟料产能置换比例”：{points}分" in explain(screening, 1).split("\n")
    blank = {name: value for name, value in SHORT.items() if not name.startswith("replacement")}
    assert f"    · 未通过核查“水泥熟料产能置换比例”：{points}分（可能）" in explain(
        screen_stated(law, [blank], DAY), 1
    ).split("\n")


def block(text: str, department: str, check: str) -> list[str]:
    """Return the lines of one requirement below its name."""
    lines = text.split("\n")
    first = next(
        at for at, line in enumerate(lines) if line == f"  {department}" or line.startswith(f"  {department}：")
    )
    at = next(at for at, line in enumerate(lines[first:], first) if line.endswith(f"[{check}]"))
    found = [lines[at].strip()]
    for line in lines[at + 1 :]:
        if not line.startswith("        "):
            break
        found.append(line.strip())
    return found


def test_the_explanation_says_what_fails_by_which_clause_and_how_well_it_is_known(law: Law) -> None:
    name, sentence, clause, faithful = block(explain(screen_stated(law, [SHORT], DAY), 1), "工业和信息化", RATIO)
    assert name.startswith("· 【不符合】水泥熟料产能置换比例")
    assert sentence == screen_one(law, SHORT, DAY).check(RATIO).sentence  # type: ignore[union-attr]
    assert clause == "依据：《水泥玻璃行业产能置换办法（2024年本，自2024年11月1日施行）》水泥熟料置换比例；可信度：报道"
    assert faithful.startswith("与原文相比：可能多判。")


def test_an_open_requirement_says_whom_to_ask_what(law: Law) -> None:
    lines = block(explain(screen_stated(law, [CLINKER], DAY), 1), "工业和信息化", RATIO)
    assert lines[0].startswith("· 【待定】")
    asked = [line for line in lines if line.startswith("问")]
    assert f"问项目单位：{law.vocabulary['replacement_ratio'].question}" in asked
    assert f"问项目单位：{law.vocabulary['replaced_t'].question}" in asked


def test_what_no_project_can_supply_is_said_instead_of_asked_for(law: Law) -> None:
    """The local minimum of the plot ratio is not on file for any county."""
    stated = {**CLINKER, "land_m2": 100000.0, "floor_area_m2": 90000.0}
    lines = block(explain(screen_stated(law, [stated], DAY), 1), "自然资源", "land-indicators-2023/plot-ratio")
    assert [line for line in lines if line.startswith("非项目所缺：")]
    assert not [line for line in lines if line.startswith("问")]


def test_requirements_are_listed_the_worst_first_and_the_others_counted(law: Law) -> None:
    stated = {**SHORT, "directory_class": "permitted", "window_guidance_done": "yes", "energy_right_b": 0.5}
    screening = screen_stated(law, [stated], DAY)
    project, text = screening.project(1), explain(screening, 1)
    assert {check.status for check in project.checks} == {"fails", "undecided", "holds"}
    order = {"不符合": 0, "待定": 1, "符合": 2}
    lines = [line for line in text.split("\n") if line.startswith("      · 【") or line.startswith("      不适用")]
    shown = {line.rsplit("[", 1)[1][:-1]: order[line.split("【")[1].split("】")[0]] for line in lines if "【" in line}
    assert set(shown) == {check.check for check in project.checks}
    for one in project.departments:
        ranks = [rank for check, rank in shown.items() if check in {c.check for c in one.checks}]
        assert ranks == sorted(ranks)
    counted = sum(int(line.strip()[3:-1]) for line in lines if "不适用" in line)
    assert counted == len(project.inapplicable)
