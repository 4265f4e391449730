"""Made-up projects as lists: Chinese headers, figures as people write them, names, contents, owners, codes and dates.

The same rows and seed give the same bytes, and a list of ten million is written block by block without holding it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd
import polars as pl

from benchmarks import kinds as k
from benchmarks.kinds import KINDS
from benchmarks.projects import BLOCK, Figures, Floats, Ints, counties, draw, numbers, stated

_USCC = np.frombuffer(b"0123456789ABCDEFGHJKLMNPQRTUWXY", dtype=np.uint8)
_PHASES, _PHASE_SHARE = (
    ("项目", "建设项目", "（一期）项目", "（二期）项目", "技术改造项目"),
    (0.5, 0.3, 0.1, 0.08, 0.02),
)


def make_list(rows: int, seed: int = 7) -> pd.DataFrame:
    """Return a list of `rows` projects with the headers of a real one, every cell a text.

    >>> make_list(3).equals(make_list(5).head(3))
    True
    """
    frame = pl.concat(blocks(rows, seed)).to_arrow().to_pandas()
    return frame.astype(dict.fromkeys(frame, "str"))


def write_list(path: str | os.PathLike[str], rows: int, seed: int = 7) -> None:
    """Write the list as CSV (UTF-8 with a mark) without holding it whole."""
    with Path(path).open("wb") as file:
        for at, block in enumerate(blocks(rows, seed)):
            block.write_csv(file, include_bom=at == 0, include_header=at == 0)


def blocks(rows: int, seed: int = 7) -> Iterator[pl.DataFrame]:
    """Yield the list in blocks."""
    for block in range(max(1, -(-rows // BLOCK))):
        rng = numbers(seed, block)
        yield _block(stated(draw(rng), rng), rng, block * BLOCK).head(rows - block * BLOCK)


def _block(told: Figures, rng: np.random.Generator, before: int) -> pl.DataFrame:
    kind, size, county = told["kind"], told["size"], told["county"]
    owner, name = _names(rng, kind, size, county)
    columns = {
        "项目名称": name,
        "建设单位": _blank(owner, rng, 0.1),
        "统一社会信用代码": _blank(_uscc(rng, county), rng, 0.5),
        "项目代码": _blank(_project_codes(rng, county), rng, 0.5),
        "行业代码": _blank(_of_kind(kind, "code"), rng, 0.25),
        # Half of them name the product alone.
        "主要产品及规模": _where(rng.random(BLOCK) < 0.5, _plain_products(kind), _sized("products", kind, size)),
        "主要生产工艺": _blank(_of_kind(kind, "process"), rng, 0.2),
        "建设内容": _blank(_contents(rng), rng, 0.3),
        "建设地点": _places(rng, county),
        "项目阶段": _label(told["stage"], k.STAGES),
        "建设性质": _label(told["construction_nature"], k.NATURES),
        "是否通过节能审查": _label(told["energy_review_done"], k.YES_NO),
        "环评是否批复": _label(told["eia_done"], k.YES_NO),
        "总投资（万元）": _text(told["investment_wan_yuan"]),
        "年综合能源消费量（等价值，吨标准煤）": _written(rng, told["energy_equivalent_tce"]),
        "年综合能源消费量（当量值，吨标准煤）": _text(told["energy_calorific_tce"]),
        "年用电量（万千瓦时）": _text(told["electricity_kwh"] / 1e4),
        "年用煤量（吨）": _text(told["coal_t"]),
        "年用天然气量（万立方米）": _text(told["gas_m3"] / 1e4),
        "判定日期": _blank(_dates(rng), rng, 0.4),
    }
    # One in a hundred is entered twice.
    places = np.arange(BLOCK)
    frame = pl.DataFrame(columns)[np.where(rng.random(BLOCK) < 0.01, np.maximum(places - 1, 0), places)]
    return frame.insert_column(0, pl.Series("序号", before + 1 + places).cast(pl.String))


def _written(rng: np.random.Generator, tce: Floats) -> pl.Series:
    """Write a tenth of the figures in 万吨, some as intervals and some as about so much, as people do."""
    way, tens, blank = rng.random(BLOCK), tce / 10_000, np.isnan(tce)
    written = _where(way < 0.1, _text(tens) + "万吨标准煤", _text(np.round(tce, 2)))
    low, high = (_text(np.round(tens * part, 3)) for part in (0.95, 1.05))
    written = _where((way >= 0.1) & (way < 0.13), low + "—" + high + "万吨标准煤", written)
    return _where(blank, "", _where((way >= 0.13) & (way < 0.15), "约" + _text(np.round(tce)), written))


def _names(rng: np.random.Generator, kind: Ints, size: Ints, county: Ints) -> tuple[pl.Series, pl.Series]:
    firm = pl.Series(counties()["label"]).str.strip_suffix("市").str.strip_suffix("县")[np.maximum(county, 0)]
    parts = [_pick(rng, words) for words in (k.WORDS, k.WORDS, k.SECOND, k.TRADES, k.ENDS)]
    owner = firm + parts[0] + parts[1] + parts[2] + parts[3] + parts[4]
    before = _where(rng.random(BLOCK) < 0.8, owner, "")
    return owner, before + _sized("name", kind, size) + _pick(rng, _PHASES, _PHASE_SHARE)


def _contents(rng: np.random.Generator) -> pl.Series:
    area, machines = (_text(rng.integers(*ends, BLOCK).astype(float)) for ends in ((800, 60_000), (3, 400)))
    bought = _pick(rng, k.MACHINES) + "、" + _pick(rng, k.MACHINES) + "等设备" + machines + "台（套）"
    return "建设" + _pick(rng, k.BUILDINGS) + area + "平方米，购置" + bought + "，配套建设环保设施"


def _places(rng: np.random.Generator, county: Ints) -> pl.Series:
    names = counties()["city_label"] + counties()["label"]
    spot = _pick(rng, k.SPOTS) + _pick(rng, k.ROADS) + _text(rng.integers(1, 300, BLOCK).astype(float)) + "号"
    return _where(county < 0, "", names[np.maximum(county, 0)] + _where(rng.random(BLOCK) < 0.5, spot, ""))


def _dates(rng: np.random.Generator) -> pl.Series:
    days = np.datetime64("2021-01-01") + rng.integers(0, 1800, BLOCK)
    return pl.Series(days).cast(pl.Date).cast(pl.String)


def _project_codes(rng: np.random.Generator, county: Ints) -> pl.Series:
    """Return codes as they were before November 2020, which have no check digit."""
    region = counties()["county"][np.maximum(county, 0)]
    serial = pl.Series(rng.integers(0, 10**6, BLOCK)).cast(pl.String).str.zfill(6)
    return _pick(rng, ("2018-", "2019-", "2020-")) + region + _pick(rng, ("-30-03-", "-41-03-", "-26-03-")) + serial


def _uscc(rng: np.random.Generator, county: Ints) -> pl.Series:
    """Return codes whose last character checks the others, but for one in a hundred."""
    region = np.array([[int(digit) for digit in code] for code in counties()["county"]])[np.maximum(county, 0)]
    body = np.hstack([np.full((BLOCK, 2), (9, 1)), region, rng.integers(0, 10, (BLOCK, 9))])
    check = (-(body @ np.array([pow(3, at, 31) for at in range(17)])) + (rng.random(BLOCK) < 0.01)) % 31
    return pl.Series(np.ascontiguousarray(_USCC[np.hstack([body, check[:, None]])]).view("S18").ravel().astype("U18"))


def _sized(field: str, kind: Ints, size: Ints) -> pl.Series:
    most = max(len(one.sizes) for one in KINDS)
    texts = [getattr(one, field).replace("{n}", str(n)) for one in KINDS for n in (*one.sizes, *([0] * most))[:most]]
    return pl.Series(texts)[kind * most + size]


def _plain_products(kind: Ints) -> pl.Series:
    return pl.Series([one.products.partition("{n}")[0] for one in KINDS])[kind]


def _of_kind(kind: Ints, field: str) -> pl.Series:
    return pl.Series([getattr(one, field) for one in KINDS])[kind]


def _label(places: Ints, labels: Mapping[str, str]) -> pl.Series:
    return pl.Series([*labels.values(), ""])[np.where(places < 0, len(labels), places)]


def _pick(rng: np.random.Generator, words: Sequence[str], share: Sequence[float] = ()) -> pl.Series:
    return pl.Series(list(words))[rng.choice(len(words), BLOCK, p=share or None)]


def _blank(values: pl.Series, rng: np.random.Generator, share: float) -> pl.Series:
    return _where(rng.random(BLOCK) < share, "", values)


def _where(mask: npt.NDArray[np.bool_], yes: pl.Series | str, no: pl.Series | str) -> pl.Series:
    return pl.select(pl.when(pl.Series(mask)).then(pl.lit(yes)).otherwise(pl.lit(no))).to_series()


def _text(numbers: Floats) -> pl.Series:
    """Write numbers without an exponent, whole ones without a point; what is missing is blank."""
    known = pl.Series(np.nan_to_num(numbers)).round(4).cast(pl.Decimal(20, 4)).cast(pl.String)
    return _where(np.isnan(numbers), "", known.str.replace(r"\.?0+$", ""))


if __name__ == "__main__":
    write_list(sys.argv[1], int(sys.argv[2]))
