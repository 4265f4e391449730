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
    ],
)
def test_both_values_in_one_cell_are_kept_apart(text: str) -> None:
    assert points(text) == {"calorific": 8661.09, "equivalent": 12533.05}


@pytest.mark.parametrize("text", ["5.2万吨标准煤（当量值）", "当量值5.2万吨标准煤", "5.2万吨标准煤/年(按当量值计)"])
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
    ["8661.09/12533.05吨标准煤", "5/6吨标准煤（当量值/当量值）", "5吨标准煤（当量值）（等价值）", "当量值/等价值"],
)
def test_a_pair_that_does_not_say_which_is_which_is_unknown(text: str) -> None:
    readings = read_energy(text)
    assert list(readings) == ["unstated"]
    assert not readings["unstated"].known
    assert text in readings["unstated"].notes[0].text


def test_blank_has_no_basis_of_its_own() -> None:
    assert points("--", basis="calorific") == {"calorific": 0}
    assert not read_energy("--")["unstated"].known
