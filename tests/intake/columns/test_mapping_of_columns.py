"""A mapping names columns exactly, says in known headers what they are read as, and can be saved and read again."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from lianggao.errors import InputError, Place
from lianggao.intake import ColumnUse, Headers
from lianggao.intake.columns import check_mapped, read_columns, read_header
from lianggao.intake.mapping import header_for, mapping_rows, read_mapping
from lianggao.vocabulary import Vocabulary

ENERGY = "年综合能源消费量（等价值，万吨标准煤）"
NAMES = ["项目名称", "耗能", "年综合能源消费量（万吨标准煤）｜当量值", "备注"]


def uses(
    mapping: dict[str, str], vocabulary: Vocabulary, headers: Headers, corner: tuple[str, ...] = ()
) -> list[ColumnUse]:
    places = [Place("清单", cell=f"{letter}3") for letter in "ACDE"]
    return list(read_columns(NAMES, vocabulary, headers, places, corner=corner, mapping=mapping).uses)


@pytest.mark.parametrize("left", ["耗能", " 耗 能 ", "耗能（必填）", "C", "c", "#3", "*耗能"])
def test_a_column_is_named_by_header_or_place(left: str, vocabulary: Vocabulary, headers: Headers) -> None:
    use = uses({left: ENERGY}, vocabulary, headers)[1]
    assert (use.field, use.unit, use.rule) == ("energy_equivalent_tce", "万吨标准煤", "mapping")
    assert use.header == "耗能"
    assert use.why == f"按所给的对应关系读作“{ENERGY}”"


@pytest.mark.parametrize("left", ["当量值", "年综合能源消费量（万吨标准煤）|当量值", "D"])
def test_a_header_of_several_rows_is_named_by_its_last_one(left: str, vocabulary: Vocabulary, headers: Headers) -> None:
    assert uses({left: "-"}, vocabulary, headers)[2].field == ""
    assert uses({left: "综合能耗（等价值）"}, vocabulary, headers)[2].field == "energy_equivalent_tce"


def test_an_entry_that_changes_nothing_leaves_no_trace(vocabulary: Vocabulary, headers: Headers) -> None:
    plain = uses({}, vocabulary, headers)
    assert uses({"项目名称": "project_name", "备注": "", "耗能": "-"}, vocabulary, headers) == plain
    assert uses({"项目名称": ""}, vocabulary, headers)[0].why == "按所给的对应关系不采用"


def test_the_unit_above_counts_for_a_mapped_column(vocabulary: Vocabulary, headers: Headers) -> None:
    use = uses({"耗能": "综合能耗（等价值）"}, vocabulary, headers, ("单位：万吨标准煤",))[1]
    assert (use.unit, use.rule) == ("万吨标准煤", "mapping")


@pytest.mark.parametrize(
    ("names", "mapping", "message"),
    [
        (["甲", "乙"], {"甲": "owner", "A": "owner"},
         "mapping-column-twice: `A` and `甲` both say what column `甲` is read as; leave one of them out"),
        (["甲｜名称", "乙｜名称"], {"名称": "owner"},
         "mapping-column-unclear: `名称` may be any of the columns `甲｜名称`、`乙｜名称`; "
         "write the whole header or the column's letter"),
        (["甲"], {"甲": "建设单伟"},
         "mapping-target-unknown: `建设单伟` is no header that is understood; did you mean `建设单位`?"),
        (["甲"], {"甲": "综合能耗（新增，吨标准煤）"},
         "mapping-target-unknown: `综合能耗（新增，吨标准煤）` is no header that is understood; "
         "write it like `年综合能源消费量（等价值，吨标准煤）`"),
    ],
)  # fmt: skip
def test_a_wrong_mapping_is_refused(
    names: list[str], mapping: dict[str, str], message: str, vocabulary: Vocabulary, headers: Headers
) -> None:
    with pytest.raises(InputError) as error:
        read_columns(names, vocabulary, headers, mapping=mapping)
    assert str(error.value) == message


def test_an_entry_must_name_a_column_of_some_block(vocabulary: Vocabulary, headers: Headers) -> None:
    mapping = {"甲": "owner", "乙": "project_name", "丙丁": "-"}
    reports = [read_columns(names, vocabulary, headers, mapping=mapping) for names in (["甲"], ["乙", "丙 丙"])]
    assert [report.unmatched for report in reports] == [("乙", "丙丁"), ("甲", "丙丁")]
    with pytest.raises(InputError) as error:
        check_mapped(reports, mapping)
    assert str(error.value) == "mapping-column-unknown: there is no column `丙丁`; use one of `甲`, `乙`, `丙 丙`"
    check_mapped(reports, {"甲": "", "乙": ""})


# from the command line and from files


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8-sig")
    return path


def test_pairs_count_before_the_file(tmp_path: Path, vocabulary: Vocabulary, headers: Headers) -> None:
    file = written(
        tmp_path / "m.csv", "读作,表头,注\nowner,甲,\n,乙,\nproject_name,丙,x\n'-,'=丁,\n".replace("'-", "-")
    )
    mapping = read_mapping(["甲 = 项目名称", "a=b=owner", "戊="], file, vocabulary, headers)
    assert mapping == {"甲": "项目名称", "乙": "", "丙": "project_name", "=丁": "-", "a=b": "owner", "戊": ""}
    assert read_mapping([], None, vocabulary, headers) == {}


def test_every_fault_of_a_mapping_is_told_with_its_place(
    tmp_path: Path, vocabulary: Vocabulary, headers: Headers
) -> None:
    file = written(tmp_path / "m.csv", "表头,读作\n甲,owner\n\n 甲 ,工期\n")
    with pytest.raises(InputError) as error:
        read_mapping(["甲", "=owner"], file, vocabulary, headers)
    told = [(fault.code, str(fault.place)) for fault in error.value.faults]
    assert told == [
        ("mapping-not-a-pair", ""), ("mapping-not-a-pair", ""),
        ("mapping-column-twice", "m.csv:4:1"), ("mapping-target-unknown", "m.csv:4:1"),
    ]  # fmt: skip
    with pytest.raises(InputError, match="mapping-file-columns"):
        read_mapping([], written(tmp_path / "n.csv", "表头,字段\n甲,owner\n"), vocabulary, headers)
    with pytest.raises(InputError, match="file-missing"):
        read_mapping([], tmp_path / "none.csv", vocabulary, headers)


@pytest.mark.parametrize("corner", [(), ("单位：万元、公顷、万吨标准煤",), ("单位：万元、亿元",)])
def test_a_saved_mapping_gives_the_same_report(
    tmp_path: Path, vocabulary: Vocabulary, headers: Headers, corner: tuple[str, ...]
) -> None:
    names = [*(text for text, spelling in headers.spellings.items() if spelling.rule == "alias")][::7]
    names += [
        *NAMES,
        "总投资",
        "用地面积",
        "综合能耗（tce）",
        "=1+1",
        "天气",
        "#煤炭",
        "新增年综合能耗（等价值）（tce）",
    ]
    given = {"耗能": ENERGY, "备注": "content", "项目名称": "-", "天气": "街镇"}
    report = read_columns(names, vocabulary, headers, corner=corner)
    mapped = read_columns(names, vocabulary, headers, corner=corner, mapping=given)
    for before in (report, mapped):
        path = tmp_path / "saved.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([("表头", "读作"), *mapping_rows([before], vocabulary, headers)])
        again = read_mapping([], path, vocabulary, headers)
        after = read_columns(names, vocabulary, headers, corner=corner, mapping=again)
        assert [use.gives for use in after.uses] == [use.gives for use in before.uses]
        assert after.unmatched == ()
    again = dict(mapping_rows([report], vocabulary, headers))
    assert read_columns(names, vocabulary, headers, corner=corner, mapping=again) == report


def test_every_header_can_be_written_again(vocabulary: Vocabulary, headers: Headers) -> None:
    for text in headers.spellings:
        use = read_header(text.replace("|", "｜"), vocabulary, headers)
        again = read_header(header_for(use, vocabulary, headers), vocabulary, headers)
        assert (again.field, again.unit, again.basis) == (use.field, use.unit, use.basis)
        assert again.part == use.part


def test_a_header_read_differently_in_two_blocks_is_not_saved(vocabulary: Vocabulary, headers: Headers) -> None:
    reports = [
        read_columns(["总投资", "项目名称"], vocabulary, headers, corner=corner) for corner in (["万元"], ["亿元"])
    ]
    assert mapping_rows(reports, vocabulary, headers) == [("项目名称", "项目名称")]
