"""What makes two rows the same project, owner or place: keys that are numbers, -1 where a row has none.

Texts are compared without spaces and full-width forms, and otherwise as they are written: 有限公司 and 有限责任公司 are
two names. A blank, a masked name and a code that is no code have no key, since unknown is never the same as unknown.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from lianggao.facts import Facts
from lianggao.tables.known import Bools, Ints
from lianggao.vocabulary import Vocabulary

_SPACE = r"\s+"
_DASHES = r"[\s‐‑‒–—―−─━﹘﹣ー_~-]+"
# A national code has 20 digits (GB/T 40058-2021); one of a single digit, or that a spreadsheet has rounded to the 15
# digits that it keeps, is none.
_CODE = r"^[0-9]{20}$"
_NO_CODE = r"^(0+|1+|2+|3+|4+|5+|6+|7+|8+|9+)$|^0000|^....000000|00000$"
_USCC = r"^[0-9A-Z]{18}$"
_NO_USCC = r"^(0+|1+|9+|X+)$|0000000$"
_MASKED = r"\*{2,}|×{2,}|某"


@dataclass(frozen=True)
class Keys:
    """One key per row each: project code, project name, owner, county and place text.

    `within` tells the places that say more than the county.
    """

    code: Ints
    name: Ints
    owner: Ints
    county: Ints
    place: Ints
    within: Bools


def keys_of(facts: Facts, vocabulary: Vocabulary) -> Keys:
    """Return the keys of every row; `facts` are recognised, so that counties are known."""
    county = _counties(facts, vocabulary)
    place, within = _places(facts, county, vocabulary)
    return Keys(
        code=_factorised(_codes(facts.text("project_code"))),
        name=_factorised(_kept(_plain(facts.text("project_name")), unless=_MASKED)),
        owner=_owners(facts),
        county=county,
        place=place,
        within=within,
    )


def statements_of(texts: pd.Series[str], name: str) -> Ints:
    """Return a number for each text of a field that says the same, -1 where a row says nothing."""
    plain = _plain(texts)
    return _factorised(_kept(pc.replace_substring_regex(plain, _DASHES, "") if name == "project_code" else plain))


def together(*keys: Ints) -> Ints:
    """Return one key for several: -1 where one of them is, else a number for each combination."""
    joined, missing = np.zeros(len(keys[0]), dtype=np.int64), np.zeros(len(keys[0]), dtype=bool)
    for key in keys:
        missing |= key < 0
        joined = pd.factorize(joined * (int(key.max(initial=0)) + 2) + key + 1)[0].astype(np.int64)
    return np.where(missing, -1, joined)


def groups_of(key: Ints) -> list[Ints]:
    """Return the rows of every key that two rows or more have, each in order; groups by their first row."""
    counts = np.bincount(key[key >= 0], minlength=1)
    rows = np.flatnonzero((key >= 0) & (counts[key] > 1))
    order = rows[np.argsort(key[rows], kind="stable")]
    edges = np.flatnonzero(np.diff(key[order])) + 1
    groups = np.split(order, edges) if len(order) else []
    return sorted(groups, key=lambda group: int(group[0]))


def _plain(texts: pd.Series[str]) -> pa.Array:
    whole = pa.array(texts, type=pa.string(), from_pandas=True)
    if isinstance(whole, pa.ChunkedArray):  # the texts of several blocks, one below the other
        whole = whole.combine_chunks()
    return pc.replace_substring_regex(pc.utf8_normalize(whole, form="NFKC"), _SPACE, "")


def _kept(texts: pa.Array, only: str = ".", unless: str = "") -> pa.Array:
    """Replace by null whatever does not match `only`, or does match `unless`."""
    keep = pc.match_substring_regex(texts, only)
    if unless:
        keep = pc.and_(keep, pc.invert(pc.match_substring_regex(texts, unless)))
    return pc.if_else(keep, texts, None)


def _factorised(texts: pa.Array) -> Ints:
    coded = texts.dictionary_encode()
    return np.asarray(coded.indices.fill_null(-1).to_numpy(zero_copy_only=False), dtype=np.int64)


def _codes(texts: pd.Series[str]) -> pa.Array:
    return _kept(pc.replace_substring_regex(_plain(texts), _DASHES, ""), _CODE, _NO_CODE)


def _owners(facts: Facts) -> Ints:
    """Return who builds: the credit code, else the name.

    A name stands for a credit code where the list has exactly one beside it; where it has several, rows with only the
    name are by themselves.
    """
    written = pc.utf8_upper(pc.replace_substring_regex(_plain(facts.text("uscc")), _DASHES, ""))
    uscc = _factorised(_kept(written, _USCC, _NO_USCC))
    name = _factorised(_kept(_plain(facts.text("owner")), unless=_MASKED))
    count = int(uscc.max(initial=-1)) + 1
    both = pd.DataFrame({"name": name, "uscc": uscc})[(name >= 0) & (uscc >= 0)].drop_duplicates()
    alone = both.drop_duplicates("name", keep=False)
    stands_for = np.arange(int(name.max(initial=-1)) + 2, dtype=np.int64) + count
    stands_for[-1] = -1
    stands_for[alone["name"].to_numpy()] = alone["uscc"].to_numpy()
    return np.where(uscc >= 0, uscc, stands_for[name])


def _counties(facts: Facts, vocabulary: Vocabulary) -> Ints:
    """Return the county where exactly one is possible; outside the province one value stands for everywhere."""
    known = facts.choices.get("county")
    if known is None:
        return np.full(facts.rows, -1, dtype=np.int64)
    coded = np.array([county.isdigit() for county in vocabulary["county"].values])
    only = known.sets.argmax(axis=1)
    found = np.where((known.sets.sum(axis=1) == 1) & coded[only], only, -1)
    return np.asarray(found[known.index], dtype=np.int64)


def _places(facts: Facts, county: Ints, vocabulary: Vocabulary) -> tuple[Ints, Bools]:
    """Return the place as written, without the names of its province, city and county where the county is known.

    The second is whether anything is left beside those names.
    """
    texts = _kept(_plain(facts.text("place")), unless=_MASKED)
    pairs = together(county + 1, _factorised(texts))
    _, first, of_row = np.unique(pairs, return_index=True, return_inverse=True)
    names = _names(vocabulary)
    tails: dict[tuple[int, str], int] = {}
    keys, within = np.full(len(first), -1, dtype=np.int64), np.zeros(len(first), dtype=bool)
    written = texts.take(pa.array(first)).to_pylist()
    for at, (where, text) in enumerate(zip(county[first].tolist(), written, strict=True)):
        if text is not None:
            tail = (where, _tail(text, names[where]) if where >= 0 else text)
            keys[at], within[at] = tails.setdefault(tail, len(tails)), tail[1] != ""
    return keys[of_row.ravel()], within[of_row.ravel()]


def _names(vocabulary: Vocabulary) -> list[tuple[str, ...]]:
    """Return, per county, the names that an address in it may begin with, the longer before the shorter."""
    counties, cities = vocabulary["county"].values, vocabulary["city"]
    provinces = vocabulary["province"]
    found = []
    for county, label in counties.items():
        above = (provinces.values[provinces.of_base[county]], cities.values[cities.of_base[county]])
        whole = [name for name in (*above, label) if name]
        short = [name[:-1] for name in whole if len(name) > 2]
        found.append(tuple(sorted({*whole, *short}, key=lambda name: (-len(name), name))))
    return found


def _tail(text: str, names: tuple[str, ...]) -> str:
    while name := next((name for name in names if text.startswith(name)), ""):
        text = text[len(name) :]
    return text
