"""durable-rules is an extra: without it everything else works, and asking for it says what to install."""

from __future__ import annotations

from engines.children import Child, run


def without(what: str) -> list[str]:
    """Run a part of `without.py`, which must end well, and return its lines."""
    child: Child = run("without", what)
    assert child.code == 0, child
    return child.said.splitlines()


def test_asking_for_the_engine_says_what_to_install_and_why_it_is_missing() -> None:
    english, chinese, unexplained, _ = without("named")
    assert english.startswith("engine-missing: ")
    assert "undefined symbol: PyEval_CallObject;" in english
    assert "install `lianggao[durable]`" in english
    assert "安装 `lianggao[durable]`" in chinese
    assert "ImportError" in unexplained


def test_the_tables_screen_without_it_and_only_the_engine_is_refused() -> None:
    determination, refused = without("screened")
    assert determination in ("class_1", "class_2", "undetermined")
    assert refused == "['engine-missing']"


def test_screening_by_the_tables_never_imports_it() -> None:
    assert without("unused") == ["False"]
