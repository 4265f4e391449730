"""What is said of 统一社会信用代码: a good one nothing, a bad one what is wrong, a person's number never aloud."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import ric

from lianggao.identifiers import uscc_remarks

# A published code.
GOOD = "91410423MAK2PDF88M"
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def check_character(code: str) -> str:
    """Return the last character as GB 32100-2015 has it: weights are the powers of three modulo 31."""
    total = sum(ALPHABET.index(char) * pow(3, at, 31) for at, char in enumerate(code))
    return ALPHABET[-total % 31]


def codes(text: str) -> list[str]:
    return [remark.code for remark in uscc_remarks(text)]


def told(text: str) -> str:
    (remark,) = uscc_remarks(text)
    return remark.text


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        GOOD.lower(),
        "９１４１０４２３ＭＡＫ２ＰＤＦ８８Ｍ",
        "91410423 MAK2PDF88M",
        "9141-0423-MAK2PDF88M",
        f"{GOOD}、{GOOD}",
        f"某某公司（{GOOD}）",
        # A farmers' cooperative's register begins with a letter.
        "N2410423MF" + "1234567" + check_character("N2410423MF1234567"),
    ],
)
def test_a_good_code_says_nothing(text: str) -> None:
    assert check_character(GOOD[:-1]) == GOOD[-1]
    assert uscc_remarks(text) == ()


@given(at=st.integers(0, 17), char=st.sampled_from("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
def test_any_changed_character_shows(at: int, char: str) -> None:
    if GOOD[at] != char:
        assert codes(GOOD[:at] + char + GOOD[at + 1 :]) == ["uscc-invalid"]


@given(body=st.text(alphabet=ALPHABET, min_size=9, max_size=9), region=st.integers(100000, 999999))
def test_a_code_with_its_own_check_character_passes_and_any_other_does_not(body: str, region: int) -> None:
    start = f"91{region}{body}"
    right = check_character(start)
    assert uscc_remarks(start + right) == ()
    wrong = ALPHABET[(ALPHABET.index(right) + 1) % 31]
    # Where all is digits, other things may be said of it.
    assert uscc_remarks(start + wrong)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("9141O423MAK2PDF88M", "“O”"),
        ("91410423MAK2PDF8IM", "“I”"),
        ("914104**MAK2PDF88M", "“*”"),
        ("91410423MAK2PDF88N", "校验码不符"),
        ("914104A3MAK2PDF88M", "不是数字"),
        ("91410423MAK2PDF8", "共16位"),
        ("410423000012345", "原营业执照注册号"),
        ("12345678-9", "原组织机构代码"),
        ("MAK2PDF88", "原组织机构代码"),
        ("000000000000000000", "占位"),
        ("办理中", "不是统一社会信用代码"),
    ],
)
def test_the_note_names_what_is_wrong(text: str, words: str) -> None:
    assert codes(text) == ["uscc-invalid"]
    assert words in told(text)


@pytest.mark.parametrize("text", ["9.14E+17", "9.14100001234568e+17", "９.１４Ｅ＋１７", "914100001234568000"])
def test_a_code_that_was_once_a_number_has_lost_its_digits(text: str) -> None:
    assert codes(text) == ["digits-lost"]
    assert "失真" in told(text)


def test_each_code_of_a_cell_is_looked_at() -> None:
    (remark,) = uscc_remarks(f"{GOOD}；91410423MAK2PDF88N")
    assert "PDF88N" in remark.text


def test_numbers_of_persons_are_told_without_being_repeated() -> None:
    # Made up: no such division, birth date of the year 1900.
    start = "11010119000101000"
    citizen = start + ric.calc_check_digit(start + "0")
    assert ric.is_valid(citizen)
    for number in (citizen, "13900000000"):
        (remark,) = uscc_remarks(number)
        assert remark.code == "uscc-personal"
        assert number not in remark.text
