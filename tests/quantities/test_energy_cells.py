"""What an energy cell may say of its basis: 当量值 and 等价值 never stand in for each other."""

from __future__ import annotations

import pytest

from lianggao.quantities import read_energy


def points(text: str, unit: str = "", basis: str = "unstated") -> dict[str, float]:
    return {own: reading.low for own, reading in read_energy(text, unit, basis).items()}


@pytest.mark.parametrize(
    "text",
    [
        "8661.09/12533.05吨标准煤（当量值/等价值）",
        "12533.05/8661.09吨标准煤（等价值/当量值）",
        "8661.09（当量值）/12533.05（等价值）吨标准煤",
        "8661.09吨标准煤（当量值）、12533.05吨标准煤（等价值）",
        "当量值8661.09吨标准煤，等价值12533.05吨标准煤",
        "当量值：8,661.09吨标准煤；等价值：12,533.05吨标准煤",
        "8661.09吨标准煤（当量）/1.253305万吨标准煤（等价）",
        "（当量值/等价值）8661.09/12533.05吨标准煤",
        "当量值/等价值：8661.09/12533.05吨标准煤",
        "8661.09吨标准煤（当量值）/12533.05吨标准煤（等价值）",
        "8661.09吨标准煤/12533.05吨标准煤（当量值/等价值）",
        "8661.09、12533.05吨标准煤（当量值、等价值）",
        "等价12533.05 当量8661.09",
        "等价12533.05吨标煤 当量8661.09吨标煤",
        "（当量值）8661.09（等价值）12533.05",
        "8661.09（当量值）\n12533.05（等价值）",
        "当量值：8661.09\n等价值：12533.05",
        "12533.05吨标准煤（等价值），其中当量值8661.09吨标准煤",
        "12533.05吨标准煤（等价值），折合当量值8661.09吨标准煤",
        "8661.09吨标煤(当量)，等价值为12533.05吨标煤",
        "按当量值计8661.09吨标准煤，按等价值计12533.05吨标准煤",
        "年综合能源消费量8661.09tce/a（当量值）、12533.05tce/a（等价值）",
        "当量值8661.09吨标准煤、12533.05吨标准煤等价值",
    ],
)
def test_both_values_in_one_cell_are_kept_apart(text: str) -> None:
    assert points(text) == {"calorific": 8661.09, "equivalent": 12533.05}


@pytest.mark.parametrize(
    "text",
    [
        "5.2万吨标准煤（当量值）",
        "当量值5.2万吨标准煤",
        "5.2万吨标准煤/年(按当量值计)",
        "5.2（当量值）万吨标准煤",
        "5.2万tce（当量）",
        "年综合能耗（当量值）5.2万吨标准煤",
    ],
)
def test_a_cell_may_state_its_own_basis(text: str) -> None:
    assert points(text) == {"calorific": 52000}
    assert points(text, basis="calorific") == {"calorific": 52000}


def test_a_cell_without_basis_takes_the_headers() -> None:
    assert points("5.2", "万吨标准煤", "equivalent") == {"equivalent": 52000}
    assert points("5.2", "万吨标准煤") == {"unstated": 52000}


def test_a_cell_that_contradicts_its_header_is_unknown() -> None:
    readings = read_energy("5.2万吨标准煤（当量值）", "吨标准煤", "equivalent")
    assert list(readings) == ["equivalent"]
    assert not readings["equivalent"].known
    assert (
        readings["equivalent"].notes[0].text == "“5.2万吨标准煤（当量值）”写明的口径与表头的“等价值”不一致，按未填处理"
    )


def test_half_a_pair_may_be_blank() -> None:
    readings = read_energy("--/12533.05吨标准煤（当量值/等价值）")
    assert not readings["calorific"].known
    assert readings["equivalent"].low == 12533.05


@pytest.mark.parametrize(
    "text",
    [
        "8661.09/12533.05吨标准煤",
        "8661.09吨标准煤 12533.05吨标准煤",
        "5/6吨标准煤（当量值/当量值）",
        "5吨标准煤（当量值）（等价值）",
        "当量值/等价值",
        "8661.09(等价值12533.05当量值)",
        "当量值8661.09吨标准煤，等价值12533.05",
        "当量值8661.09吨标准煤，等价值1.2万",
        "1吨标准煤（当量值）/2吨标准煤（等价值）/3吨标准煤",
    ],
)
def test_a_pair_that_does_not_say_which_is_which_is_unknown(text: str) -> None:
    readings = read_energy(text)
    assert list(readings) == ["unstated"]
    assert not readings["unstated"].known
    assert text in readings["unstated"].notes[0].text


def test_blank_has_no_basis_of_its_own() -> None:
    assert points("--", basis="calorific") == {"calorific": 0}
    assert not read_energy("--")["unstated"].known


def test_an_amount_beside_its_own_basis_leaves_the_other_to_the_header() -> None:
    for text in ("12533.05吨标准煤（当量值8661.09吨标准煤）", "12533.05吨标准煤，其中当量值8661.09吨标准煤"):
        assert points(text, basis="equivalent") == {"equivalent": 12533.05, "calorific": 8661.09}
        assert points(text) == {"unstated": 12533.05, "calorific": 8661.09}
        assert not any(reading.known for reading in read_energy(text, basis="calorific").values())


def test_a_scale_behind_both_counts_for_both_unless_that_turns_them_round() -> None:
    assert points("0.87/1.25万吨标准煤（当量值/等价值）") == {"calorific": 8700, "equivalent": 12500}
    assert points("0.87（当量值）/1.25（等价值）万吨标准煤") == {"calorific": 8700, "equivalent": 12500}
    for reading in read_energy("8661.09/1.25万吨标准煤（当量值/等价值）").values():
        assert (reading.known, reading.notes[0].code) == (False, "scale-unclear")


def test_a_reading_says_its_rule_and_its_basis() -> None:
    both = read_energy("约8661吨标准煤（当量值），12533吨标准煤（等价值）")
    assert {(own, r.basis, r.rule) for own, r in both.items()} == {
        ("calorific", "calorific", "two-bases"),
        ("equivalent", "equivalent", "two-bases"),
    }
    assert (both["calorific"].low, both["calorific"].high) == (7794.9, 9527.1)
    one = read_energy("5000", "吨标准煤", "equivalent")["equivalent"]
    assert (one.rule, one.basis) == ("bare-number", "equivalent")
    assert read_energy("5000", "吨标准煤")["unstated"].basis == ""


def test_standard_coal_equivalent_is_a_unit_and_no_basis() -> None:
    assert points("5000吨标准煤当量") == {"unstated": 5000}
    assert points("5000吨标准煤当量值") == {"calorific": 5000}
