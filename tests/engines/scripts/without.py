"""lianggao where durable-rules can't be imported: run as `python without.py PART`."""

from __future__ import annotations

import sys
from typing import Any


class Hidden:
    """Finds no module of durable-rules, and says why in the words given."""

    def __init__(self, why: str) -> None:
        self._why = why

    def find_spec(self, name: str, *_: Any) -> None:
        if name.split(".")[0] in ("durable", "durable_rules_engine"):
            raise ImportError(self._why)


def hide(why: str) -> None:
    """Hide durable-rules from now on."""
    sys.meta_path.insert(0, Hidden(why))  # type: ignore[arg-type]


def named() -> None:
    """Print what loading the engine says, in both languages."""
    from lianggao.engines.quiet import load_engine
    from lianggao.errors import InputError

    for why in ("undefined symbol: PyEval_CallObject\nsecond line", ""):
        hide(why)
        try:
            load_engine()
        except InputError as error:
            print(error.render("en"))
            print(error.render("zh"))


def screened() -> None:
    """Print the determination by the tables, and what asking for the other engine says."""
    hide("no such module")
    import lianggao

    line = lianggao.Project(products="水泥熟料", industry_code="3011", construction_nature="新建", place="禹州市")
    print(lianggao.screen_project(line, as_of="2022-06-30").determination)
    try:
        lianggao.screen_project(line, as_of="2022-06-30", engine="durable")
    except lianggao.InputError as error:
        print([fault.code for fault in error.faults])


def unused() -> None:
    """Print whether screening by the tables imported durable-rules."""
    import lianggao

    lianggao.screen_project(lianggao.Project(products="水泥熟料"), as_of="2022-06-30")
    print(any(name.split(".")[0].startswith("durable") for name in sys.modules))


if __name__ == "__main__":
    globals()[sys.argv[1]]()
