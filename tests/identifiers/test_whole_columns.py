"""Identifiers looked at all together: none is passed that the reader of single ones has something to say of."""

from __future__ import annotations

from datetime import date

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import uscc as standard
from stdnum.iso7064 import mod_11_10

from lianggao.identifiers.project_code import read_project_codes
from lianggao.identifiers.uscc import uscc_remarks
from lianggao.identifiers.whole_columns import good_project_codes, good_usccs

TODAY = date(2024, 6, 15)
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
ANY = st.text("0123456789AIMO-*．e +－9", max_size=26)
FRONTS = st.builds(
    "{}{}{}".format,
    st.text(ALPHABET, min_size=2, max_size=2),
    st.from_regex(r"[0-9]{6}", fullmatch=True),
    st.text(ALPHABET, min_size=9, max_size=9),
)
USCCS = st.one_of(
    FRONTS.map(lambda front: front + standard.calc_check_digit(front)),
    st.builds("{}{}".format, FRONTS, st.sampled_from(ALPHABET)),
)
TIMES = st.one_of(
    st.from_regex(r"[0-9]{4}", fullmatch=True),
    st.sampled_from(
        ["2011", "2010", "2406", "2407", "2012", "2013", "2020", "2021", "2014", "2015", "0000", "0001", "2500"]
    ),
)


@st.composite
def project_codes(draw: st.DrawFn) -> str:
    region = draw(st.sampled_from(["411081", "000000", "410000"]))
    front = draw(TIMES) + region + draw(st.sampled_from(["04", "89"])) + draw(st.sampled_from(["00", "01", "05", "06"]))
    front += draw(st.from_regex(r"[0-9]{5}", fullmatch=True))
    code = front + draw(st.sampled_from([mod_11_10.calc_check_digit(front), "0"]))
    dash = draw(st.sampled_from(["-", "-", "-", "—", ""]))
    return dash.join((code[:4], code[4:10], code[10:12], code[12:14], code[14:]))


@given(st.lists(st.one_of(ANY, USCCS, st.just("111111111111111111")), max_size=10))
def test_codes_of_firms(texts: list[str]) -> None:
    good = good_usccs(pa.array(texts, pa.large_string()))
    plain = [len(text) == 18 and set(text) <= set(ALPHABET) for text in texts]
    expected = [ok and not uscc_remarks(text) for ok, text in zip(plain, texts, strict=True)]
    assert good.tolist() == expected


@given(st.lists(st.one_of(ANY, project_codes(), st.just("1111-111111-11-11-111111")), max_size=10))
def test_codes_of_projects(texts: list[str]) -> None:
    good, regions = good_project_codes(pa.array(texts, pa.large_string()), TODAY)
    for text, passed, region in zip(texts, good.tolist(), regions.tolist(), strict=True):
        read = read_project_codes(text, TODAY)
        alone = len(read) == 1 and not read[0].problems and text.isascii() and text.count("-") == 4 and len(text) == 24
        assert passed == alone
        assert not passed or read[0].region == f"{region:06}"
