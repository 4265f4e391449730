"""The nature of construction as names write it: several words leave several natures, no word leaves all."""

from __future__ import annotations

import pandas as pd
import pytest

from lianggao.facts import Facts
from lianggao.recognition import recognise
from lianggao.recognition.natures import Natures
from lianggao.rulebook import load_law

LAW = load_law()
ALL = set(LAW.vocabulary["construction_nature"].values)
NATURES = Natures(LAW.catalogs.rows("vocabulary/nature-words"), LAW.catalogs.rows("vocabulary/enumerations"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1260立方米高炉（新建）", {"new_build"}),
        ("耐火材料项目迁建项目", {"relocation"}),
        ("手术感控生产线扩产项目", {"expansion"}),
        ("球形石墨自动化改扩建项目", {"expansion", "reconstruction"}),
        ("清洁生产技术改造项目", {"technical_retrofit"}),
        ("年产2.4亿块烧结标准砖整合升级技改项目", ALL),
        ("退城异地迁建技改项目", {"relocation", "technical_retrofit"}),
        ("节能玻璃扩建项目", ALL),
        ("日产5500吨水泥熟料生产线", ALL),
        ("旧厂房改造建设熟料线项目", ALL),
        ("许昌市新建路砖厂项目", ALL),
        ("新建村水泥粉磨站", ALL),
        ("创新 建材项目", ALL),
        ("", ALL),
    ],
)
def test_words_of_a_name(text: str, expected: set[str]) -> None:
    assert set(NATURES.read(text)[0]) == expected


def test_every_word_names_natures_of_the_vocabulary() -> None:
    for row in LAW.catalogs.rows("vocabulary/nature-words"):
        assert row["value"] == "any" or set(row["value"].split(";")) <= ALL


def test_a_name_is_read_only_where_the_list_does_not_state_the_nature_and_is_noted() -> None:
    names = pd.Series(["熟料线扩建项目", "熟料线项目"], dtype="str")
    facts = recognise(Facts(2, {"project_name": names}), LAW.catalogs)
    assert facts.choices["construction_nature"].rows().sum(axis=1).tolist() == [1, len(ALL)]
    assert [note.row for note in facts.notes if note.code == "nature-read"] == [0]


def test_a_firm_named_after_what_it_does_says_nothing_of_the_project() -> None:
    names = pd.Series(["河南改造工程有限公司熟料线项目"], dtype="str")
    facts = recognise(Facts(1, {"project_name": names}), LAW.catalogs)
    assert facts.choices["construction_nature"].rows().all()
