"""The released engine's crashes, hangs and limits: the raw engine walks into each, our rulesets do not.

Every part runs in a process of its own. What is measured here is written down beside the guards in `quiet.py`.
"""

from __future__ import annotations

import signal

import pytest

from engines.children import RUNNING, guarded, run

pytestmark = pytest.mark.usefixtures("durable")

PERTURBED = {"MALLOC_PERTURB_": "165"}
"""Fills fresh memory with rubbish, so that what is never set is never by chance zero."""


def test_situations_that_no_rule_matches_are_harmless() -> None:
    assert guarded("unmatched", **PERTURBED) == ""


def test_raw_deleting_the_session_of_an_unmatched_fact_kills_the_process() -> None:
    assert run("raw", "unmatched", **PERTURBED).code in (-signal.SIGSEGV, -signal.SIGABRT)


def test_seven_hundred_marks_are_registered_and_told_apart() -> None:
    assert guarded("constants") == ""


def test_raw_six_hundred_constants_of_one_attribute_never_end() -> None:
    assert run("raw", "constants", seconds=3).code is RUNNING


def test_three_thousand_situations_need_one_session() -> None:
    assert guarded("sessions") == ""


def test_raw_the_1025th_session_has_no_room() -> None:
    assert "MemoryError" in run("raw", "sessions").said


def test_one_situation_may_match_two_hundred_rules() -> None:
    assert guarded("many_matched", **PERTURBED) == ""


def test_raw_the_65th_matched_rule_keeps_all_from_firing() -> None:
    said = run("raw", "many_matched").said.splitlines()
    assert "303" in said[0]
    assert said[1] == "0"


def test_four_hundred_marks_may_be_known_at_once() -> None:
    assert guarded("wide", **PERTURBED) == ""


def test_raw_three_hundred_attributes_of_one_fact_are_refused() -> None:
    said = run("raw", "wide").said.splitlines()
    assert "302" in said[0]
    assert said[1] == "0"


def test_a_rule_of_more_marks_than_a_fact_holds_is_refused_by_name() -> None:
    assert guarded("widest") == "['engine-refused']"


def test_twenty_thousand_situations_take_no_more_memory_than_one_thousand() -> None:
    assert float(guarded("memory")) < 30


def test_no_thread_is_started() -> None:
    assert guarded("threads") == "1"


def test_raw_a_host_starts_two_threads() -> None:
    assert run("raw", "threads").said == "3"


def test_a_forked_worker_needs_an_engine_of_its_own() -> None:
    assert guarded("forked").splitlines() == ["engine-elsewhere 10"] * 2


def test_a_real_interrupt_arrives_and_what_follows_is_right() -> None:
    assert guarded("interrupted") == "40"
