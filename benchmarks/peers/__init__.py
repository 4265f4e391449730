"""Other engines with the same rules: condition trees translated mechanically, verdicts hashed and equal to the tables'.

`python -m benchmarks.peers NAME ROWS` judges made-up projects with one engine and prints what it took and the hash.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import NamedTuple

from benchmarks.known import Column, Content, Verdicts


class Peer(NamedTuple):
    """One engine: what it is called, what it is given, about how many rows it does in a second, and where it is."""

    name: str
    given: str
    rate: int
    module: str
    prepare: str = "prepare"
    needs: str = ""

    def prepared(self, rules: Content, known: Mapping[str, Column]) -> Callable[[], Verdicts]:
        """Return a call that judges every project. Raises ImportError where the engine is not installed."""
        found: Callable[[Content, Mapping[str, Column]], Callable[[], Verdicts]]
        found = getattr(import_module(f"benchmarks.peers.{self.module}"), self.prepare)
        return found(rules, known)


PEERS = {
    "tables": Peer("lianggao, tables", "facts as intake leaves them", 1_500_000, "tables"),
    "numpy": Peer("NumPy masks", "arrays of codes", 3_000_000, "masks", "prepare_numpy", "numpy"),
    "pandas": Peer("pandas masks", "categories", 1_500_000, "masks", "prepare_pandas", "pandas"),
    "polars": Peer("polars expressions", "texts", 1_500_000, "polars_expressions", needs="polars"),
    "polars-coded": Peer(
        "polars, each distinct text judged once", "enums", 3_000_000, "polars_expressions", "prepare_coded", "polars"
    ),
    "duckdb": Peer("DuckDB SQL", "enums", 1_500_000, "duckdb_sql", needs="duckdb"),
    "openfisca": Peer("OpenFisca-core", "Enum variables", 100_000, "openfisca", needs="openfisca-core"),
    "openfisca-codes": Peer(
        "OpenFisca-core, codes and numpy.isin", "codes", 500_000, "openfisca", "prepare_codes", "openfisca-core"
    ),
    "durable": Peer("durable-rules", "marks, worked out in the time", 5_000, "durable", needs="durable_rules"),
    "zen": Peer("GoRules ZEN", "dictionaries", 1_000, "zen", needs="zen-engine"),
    "plain": Peer("plain Python", "dictionaries", 3_000, "plain"),
}
"""Every engine, the tables first."""
