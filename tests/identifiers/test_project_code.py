"""What project codes promise: real codes pass, every changed digit shows, and old codes have no check digit."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianggao.identifiers import read_project_code
from lianggao.identifiers.project_code import read_project_codes

TODAY = date(2026, 6, 1)
# Published codes.
NEW = [
    "2509-320193-89-01-544060",
    "2603-141124-89-05-346948",
    "2411-130202-89-01-637015",
    "2509-140602-89-05-864976",
]
OLD = ["2018-411221-11-03-054599", "2020-330327-48-01-167360", "2020-451421-88-03-016343"]


def problems(text: str, today: date = TODAY) -> list[str]:
    return [remark.code for remark in read_project_code(text, today).problems]


def check_digit(digits: str) -> int:
    """Return the digit after 19 others, as ISO 7064 describes MOD 11,10."""
    rest = 10
    for digit in digits:
        rest = (rest + int(digit)) % 10 or 10
        rest = rest * 2 % 11
    return (11 - rest) % 10


def made(start: str) -> str:
    return start + str(check_digit(start.replace("-", "")))


@pytest.mark.parametrize("text", NEW)
def test_real_new_codes_are_taken_apart_and_pass(text: str) -> None:
    code = read_project_code(text, TODAY)
    time, region, department, kind, serial = text.split("-")
    assert (code.style, code.year, code.month) == ("new", 2000 + int(time[:2]), int(time[2:]))
    assert (code.region, code.department, code.kind, code.serial) == (region, department, kind, serial)
    assert code.industry == ""
    assert code.problems == ()
    assert check_digit(text.replace("-", "")[:-1]) == int(text[-1])


@pytest.mark.parametrize("text", OLD)
def test_real_old_codes_have_a_year_and_an_industry_and_no_check_digit(text: str) -> None:
    code = read_project_code(text, TODAY)
    assert (code.style, code.year, code.month) == ("old", int(text[:4]), None)
    assert (code.region, code.industry, code.department) == (text[5:11], text[12:14], "")
    assert code.problems == ()


def test_the_often_copied_example_fails_and_the_note_says_that_the_rule_is_inferred() -> None:
    (remark,) = read_project_code("2101-411002-04-01-123456", TODAY).problems
    assert remark.code == "project-code-check-digit"
    assert "四个公开的代码推定" in remark.text
    assert "未核对GB/T 40058-2021原文" in remark.text
    assert problems("2101-411002-04-01-123451") == []


@given(text=st.sampled_from(NEW), at=st.integers(0, 23), digit=st.sampled_from("0123456789"))
def test_any_changed_digit_shows(text: str, at: int, digit: str) -> None:
    if text[at] not in ("-", digit):
        assert problems(text[:at] + digit + text[at + 1 :])


@pytest.mark.parametrize(
    "text",
    [
        "25091406028905864976",
        "2509—140602—89—05—864976",
        "2509－140602－89－05－864976",
        "２５０９-１４０６０２-８９-０５-８６４９７６",
        " 2509 - 140602 - 89 - 05 - 864976 ",
        "2509 140602 89 05 864976",
        "项目代码：2509-140602-89-05-864976（已备案）",
        "2509-140602-\n89-05-864976",
    ],
)
def test_ways_of_writing_one_code(text: str) -> None:
    code = read_project_code(text, TODAY)
    assert (code.region, code.serial, code.problems) == ("140602", "864976", ())
    assert code.given == text


@pytest.mark.parametrize(
    "text",
    [
        "正在办理",
        "2509140602890586 4976",
        "2509-140602-89-05-86497",
        "2509-140602-89-05-8649761",
        "豫发改备字〔2020〕12号",
        "①②③④-140602-89-05-864976",
        "0000-000000-00-00-000000",
        "1111-111111-11-11-111111",
        "0000-411081-04-01-123456",
        "2101-000000-04-01-123456",
        "00000000000000000000",
    ],
)
def test_what_is_no_code_or_only_holds_its_place_is_noted_for_its_shape(text: str) -> None:
    assert problems(text) == ["project-code-shape"]
    assert read_project_code(text, TODAY).region == ""


@pytest.mark.parametrize(
    ("start", "style"),
    [("2011", "new"), ("2012", "new"), ("2015", "old"), ("2020", "old"), ("2101", "new"), ("2606", "new")],
)
def test_the_first_block_is_a_month_or_a_year(start: str, style: str) -> None:
    code = made(f"{start}-411081-04-01-12345")
    assert read_project_code(code, TODAY).style == style
    assert problems(code) == []


@pytest.mark.parametrize("start", ["2513", "2500", "2021", "1915", "2514", "2607", "9901", "1803", "2010"])
def test_a_time_that_can_not_be_is_noted(start: str) -> None:
    assert problems(made(f"{start}-411081-04-01-12345")) == ["project-code-date"]


def test_not_after_today_depends_on_today_alone() -> None:
    code = "2509-140602-89-05-864976"
    assert problems(code, date(2025, 9, 1)) == []
    assert problems(code, date(2025, 8, 31)) == ["project-code-date"]
    assert problems(OLD[0], date(2017, 12, 31)) == ["project-code-date"]
    assert problems(OLD[0], date(2018, 1, 1)) == []


@pytest.mark.parametrize(("kind", "known"), [("01", True), ("05", True), ("00", False), ("06", False), ("99", False)])
def test_the_kind_of_a_new_code_is_one_of_five(kind: str, known: bool) -> None:
    assert problems(made(f"2509-411081-04-{kind}-12345")) == ([] if known else ["project-code-kind"])
    # What the block of an old code holds was not read anywhere.
    assert problems(f"2018-411221-11-{kind}-054599") == []


@pytest.mark.parametrize("text", ["2.50914E+19", "2.5E19", "２.50914e+19", "25091406028905800000"])
def test_a_code_that_was_once_a_number_has_lost_its_digits(text: str) -> None:
    assert problems(text) == ["digits-lost"]


def test_several_codes_in_a_cell_are_each_read() -> None:
    codes = read_project_codes(f"{NEW[0]}、{NEW[1]}\n2101-411002-04-01-123456", TODAY)
    assert [code.region for code in codes] == ["320193", "141124", "411002"]
    assert [len(code.problems) for code in codes] == [0, 0, 1]


@given(text=st.text(alphabet="0123456789-－—年E+. 、", max_size=40))
def test_any_text_is_read_without_failing(text: str) -> None:
    code = read_project_code(text, TODAY)
    assert code.style or code.problems
