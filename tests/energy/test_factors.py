"""The factors are those on file, and the one of electricity for 等价值 has to be named."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lianggao.energy.factors import carriers_of, electricity_factors
from lianggao.rulebook import Law


def factors(law: Law, field: str) -> list[tuple[str, str, str]]:
    (carrier,) = [carrier for carrier in carriers_of(law.catalogs) if carrier.field == field]
    return [(str(factor.low), str(factor.high), factor.label) for factor in carrier.factors]


def test_natural_gas_keeps_both_its_factors(law: Law) -> None:
    assert factors(law, "gas_m3") == [("1.2143", "1.2143", "天然气"), ("1.33", "1.33", "油田天然气")]


def test_a_factor_that_is_a_range_stays_one(law: Law) -> None:
    assert factors(law, "steam_t") == [("0.0943", "0.1286", "低压蒸汽")]
    assert ("0.2857", "0.4286", "煤泥") in factors(law, "coal_t")


def test_carriers_with_the_same_factor_are_named_together(law: Law) -> None:
    assert [label for _, _, label in factors(law, "oil_t")] == ["原油、燃料油", "柴油", "汽油、煤油"]


@pytest.mark.parametrize(("name", "factor"), [("2019", "0.3065"), ("2021年", "0.302"), (" 2022 ", "0.3005")])
def test_a_year_stands_for_its_factor_on_file(law: Law, name: str, factor: str) -> None:
    assert electricity_factors(law.catalogs, name).low == Decimal(factor)


@pytest.mark.parametrize("name", ["0.404", "0.1229", "1", "0.3"])
def test_a_number_stands_for_itself(law: Law, name: str) -> None:
    found = electricity_factors(law.catalogs, name)
    assert (found.low, found.high) == (Decimal(name), Decimal(name))


@pytest.mark.parametrize("name", ["", "年", "2018", "0.1228", "1.01", "3.055", "-0.3", "nan", "inf", "默认", "0,3"])
def test_anything_else_is_refused(law: Law, name: str) -> None:
    """A year without a factor, less than 当量值, 吨 per 万千瓦时 for 千克 per 千瓦时, and what is no number."""
    with pytest.raises(ValueError, match=r"neither a year|no factor"):
        electricity_factors(law.catalogs, name)
