"""Messages: both languages say the same, every placeholder is filled wherever a fault is made, and places read well."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

import lianggao
from lianggao.errors import Fault, Hint, InputError, LawError, LianggaoError, Place, fault
from lianggao.faults import WORDINGS

PACKAGE = Path(lianggao.__file__).parent


def words_for(code: str) -> dict[str, object]:
    return {name: Hint("值", "值") if name == "hint" else "值" for name in slots(*WORDINGS[code])}


def slots(*texts: str) -> set[str]:
    names = {name for text in texts for _, name, _, _ in Formatter().parse(text) if name is not None}
    return {name.partition(".")[0] for name in names}


def made() -> list[tuple[str, str, set[str], bool]]:
    """Return where the package makes a fault: the place, its code, the words given, and whether more are passed on."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args or not isinstance(node.args[0], ast.Constant):
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if name in ("fault", "_wrong") and isinstance(node.args[0].value, str):
                words = {keyword.arg for keyword in node.keywords if keyword.arg}
                passed_on = any(keyword.arg is None for keyword in node.keywords)
                found.append((f"{path.name}:{node.lineno}", node.args[0].value, words, passed_on))
    return found


@pytest.mark.parametrize("code", WORDINGS)
def test_both_languages_use_the_same_words(code: str) -> None:
    wording = WORDINGS[code]
    assert slots(wording.en, wording.hint_en) == slots(wording.zh, wording.hint_zh)


@pytest.mark.parametrize("code", WORDINGS)
def test_a_message_is_one_line_without_a_final_stop(code: str) -> None:
    for text in WORDINGS[code]:
        assert "\n" not in text
        assert not text.endswith((".", "。"))
    assert not WORDINGS[code].en[:1].isupper()


@pytest.mark.parametrize("code", WORDINGS)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_no_placeholder_is_left_unfilled(code: str, lang: str) -> None:
    told = fault(code, Place("a.yaml", 3, 1), **words_for(code)).render(lang)
    assert told.startswith(f"a.yaml:3:1: {code}: ")
    assert not re.search(r"\{[\w.]*\}", told)


def test_every_fault_the_package_makes_has_a_wording_and_all_its_words() -> None:
    faults = made()
    assert len(faults) > 30
    for place, code, words, passed_on in faults:
        assert code in WORDINGS, (place, code)
        assert passed_on or slots(*WORDINGS[code]) <= words, (place, code)


def test_a_code_is_kebab_case_and_names_the_mistake() -> None:
    assert all(code == code.lower() and " " not in code and "_" not in code for code in WORDINGS)


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Place(), ""),
        (Place("a.yaml"), "a.yaml"),
        (Place("a.yaml", 3), "a.yaml:3"),
        (Place("a.yaml", 3, 14), "a.yaml:3:14"),
        (Place("list.xlsx", cell="项目!C4"), "list.xlsx!项目!C4"),
    ],
)
def test_a_place_is_written_as_editors_read_it(place: Place, text: str) -> None:
    assert str(place) == text


def test_a_word_with_a_line_break_stays_on_one_line() -> None:
    assert "\n" not in fault("unknown-value", value="a\nb", hint=Hint("", "")).render()


def test_an_error_holds_every_fault_and_renders_one_line_each() -> None:
    faults = [fault("missing-key", Place("a.yaml", n, 1), key=f"k{n}") for n in (1, 2)]
    error = LawError(faults)
    assert (error.faults, str(error)) == (tuple(faults), error.render())
    assert error.render().splitlines() == [f.render() for f in faults]
    assert error.render("zh").splitlines() == [f.render("zh") for f in faults]


def test_who_must_act_decides_the_exit_code() -> None:
    assert (LianggaoError.exit_code, InputError.exit_code, LawError.exit_code) == (1, 1, 2)
    assert issubclass(LawError, LianggaoError)
    assert issubclass(InputError, LianggaoError)


def test_equal_faults_are_equal_so_that_none_is_told_twice() -> None:
    one, other = (fault("missing-key", Place("a.yaml", 3, 1), key="gate") for _ in range(2))
    assert (one, hash(one)) == (other, hash(other))
    assert isinstance(one, Fault)
