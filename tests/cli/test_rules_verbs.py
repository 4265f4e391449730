"""`lianggao rules list` and `rules show`: every rule can be found and read."""

from __future__ import annotations

import pytest

from lianggao import load_law, load_rulebook
from lianggao.cli.app import main

LAW = load_law()


def printed(capfdbinary: pytest.CaptureFixture[bytes], *words: str) -> str:
    assert main(["rules", *words]) == 0
    return capfdbinary.readouterr().out.decode()


def test_every_rule_of_every_version_is_listed_with_its_file(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    lines = printed(capfdbinary, "list").splitlines()
    listed = {line.split()[0]: line.split()[-1] for line in lines if line.startswith("  ")}
    assert listed == {rule.id: rule.file for rule in LAW.rules}
    assert sum(line.startswith("《") for line in lines) == len({rule.rule.document for rule in LAW.rules})


def test_with_a_date_only_what_may_be_in_force_is_listed(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    lines = printed(capfdbinary, "list", "--as-of", "2022-06-30").splitlines()
    listed = {line.split()[0] for line in lines if line.startswith("  ")}
    assert listed == {rule.id for rule in load_rulebook("2022-06-30").rules}


@pytest.mark.parametrize("rule", LAW.rules, ids=lambda rule: rule.id)
def test_every_rule_is_shown_with_all_that_it_rests_on(rule: object, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    found = next(known for known in LAW.rules if known is rule)
    text = printed(capfdbinary, "show", found.id)
    source, written = LAW.sources[found.rule.document], found.rule
    for needed in (written.title, source.title, written.because, written.cite.place, found.file, *source.not_known):
        assert needed in text
    for question in written.open_questions:
        assert LAW.questions[question].decision in text
    for texts in written.conclude.checklist.values():
        assert all(line in text for line in texts)


def test_an_unknown_rule_is_answered_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "show", "henan-catalog-2021/clas-one"]) == 1
    assert "`henan-catalog-2021/class-one`" in capsys.readouterr().err


def test_the_version_is_printed(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    from lianggao import __version__

    assert main(["--version"]) == 0
    assert capfdbinary.readouterr().out.decode() == f"lianggao {__version__}\n"
