"""Contacts are hidden, and nothing that only looks like one."""

from __future__ import annotations

import pandas as pd
import pytest

from lianggao import load_law
from lianggao.reports.masking import HIDDEN, mask_given, mask_text

FIELDS = {"年用电量（千瓦时）": "electricity_kwh", "统一社会信用代码": "uscc"}


def masked_frame(frame: pd.DataFrame) -> pd.DataFrame:
    return mask_given(frame, FIELDS, load_law().vocabulary)


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("13900005678", "139******78"),
        ("电话：139 0000 5678", "电话：139******78"),
        ("139-0000-5678、13800001234", "139******78、138******34"),
        ("13800001234,13900005678", "138******34,139******78"),
        ("+8613900005678", "+86139******78"),
        ("tel13900005678", "tel139******78"),
        ("身份证41100219900101123X", "身份证411*************3X"),
        ("１３９００００５６７８", "１３９******７８"),
    ],
)
def test_mobile_and_identity_numbers_keep_their_ends(text: str, hidden: str) -> None:
    assert mask_text(text) == hidden


@pytest.mark.parametrize(
    "text",
    [
        "0374-2345678",
        "2101-411002-04-01-123451",
        "91410423MAK2PDF88M",
        "914110007123456789",
        "年用电13900005678千瓦时",
        "13900005678.5",
        "总投资13800000000元",
        "139000056789",
        "9a3f0e13900005678b77",
    ],
)
def test_landlines_codes_and_amounts_stay(text: str) -> None:
    assert mask_text(text) == text


def test_contact_columns_are_hidden_whole_and_blanks_stay_blank() -> None:
    frame = pd.DataFrame({"投资方联系人/联系电话": ["张三", "", None], "电子邮箱": ["a@b.cn", "", ""]})
    masked = masked_frame(frame)
    assert masked["投资方联系人/联系电话"].tolist()[:2] == [HIDDEN, ""]
    assert masked["电子邮箱"].tolist() == [HIDDEN, "", ""]
    assert masked.iloc[2, 0] is None or pd.isna(masked.iloc[2, 0])


def test_quantities_and_identifiers_are_not_looked_into() -> None:
    frame = pd.DataFrame(
        {"年用电量（千瓦时）": ["13900005678"], "统一社会信用代码": ["91410423MAK2PDF88M"], "备注": ["13900005678"]}
    )
    masked = masked_frame(frame)
    assert masked.iloc[0].tolist() == ["13900005678", "91410423MAK2PDF88M", "139******78"]


def test_a_personal_number_in_the_place_of_a_firms_code_is_hidden() -> None:
    frame = pd.DataFrame({"统一社会信用代码": ["411002199001011234", "13900005678", "9141042300000000X8"]})
    masked = masked_frame(frame)
    assert masked.iloc[:, 0].tolist() == ["411*************34", "139******78", "9141042300000000X8"]


def test_columns_of_numbers_are_left_alone() -> None:
    frame = pd.DataFrame({"备注": [13900005678, 1], "说明": pd.Series(["13900005678", 5], dtype=object)})
    masked = masked_frame(frame)
    assert masked["备注"].tolist() == [13900005678, 1]
    assert masked["说明"].tolist() == ["139******78", 5]
