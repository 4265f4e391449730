"""One clinker line in 禹州 followed from the first contact to production, worked by hand from the documents.

2022-12-31 is a date on which the catalog of 2021, the joint review and 许昌's signing review are in force for certain.
The line uses 60 000 tonnes of standard coal (等价值) and 55 000 (当量值): class 1, and energy review by the province.
"""

from __future__ import annotations

import pytest

from engines.test_session_telling import Told, clinker, codes, fact, happens, required, sentences, session_of
from lianggao.engines.following import Session

pytestmark = pytest.mark.usefixtures("durable")

MEE = "mee-source-control-2021/checklist-built-without-approval"
LEDGER = "henan-action-plan-2021/ledger-under-construction"
FOUR = {"development", "industry", "land", "environment"}

PLANNED: list[Told] = clinker("2022-02-10", stage="拟签约")
ENERGY = fact("energy", "2022-02-20", "energy_equivalent_tce", "6万吨标准煤")
CALORIFIC = fact("calorific", "2022-02-21", "energy_calorific_tce", 55000)
SIGNED = happens("signed", "2022-03-01", "signed")
REVIEWED = happens("reviewed", "2022-04-15", "energy_review", passed=True)
STARTED = happens("started", "2022-06-01", "construction_started")
LATE = happens("eia", "2022-07-20", "eia", approved=True)


@pytest.fixture
def building() -> Session:
    """Return the session after construction started with the energy review passed and nothing said of the EIA."""
    return session_of([*PLANNED, ENERGY, CALORIFIC, SIGNED, REVIEWED, STARTED])


def test_before_the_energy_is_known_the_signing_review_stands_on_the_six_industries() -> None:
    session = session_of(PLANNED[:3])
    arrival = session.tell(PLANNED[3])
    assert codes(arrival.consequences) == {
        ("gate-narrowed", "ledger"): "possible",
        ("gate-settled", "signing_review"): "certain",
        ("review-required", "commerce"): "certain",
        ("review-required", "development"): "certain",
        ("review-required", "land"): "certain",
        ("review-required", "environment"): "certain",
        ("stage-changed", "stage"): "certain",
    }
    commerce = next(one for one in arrival.consequences if one.subject == "commerce")
    assert commerce.rules == (
        "xuchang-signing-review-2022/candidate-contract",
        "xuchang-signing-review-2022/high-emission",
    )


def test_the_energy_settles_the_catalog_and_calls_the_four_departments() -> None:
    session = session_of(PLANNED)
    arrival = session.tell(ENERGY)
    assert codes(arrival.consequences) == {
        ("gate-settled", "catalog"): "certain",
        ("gate-settled", "joint_review"): "certain",
        ("gate-settled", "ledger"): "certain",
        ("review-required", "industry"): "certain",
    }
    assert sentences(arrival, "gate-settled")[0].startswith("河南省“两高”项目管理目录可以认定：第一类。水泥熟料")
    assert required(session.state) == FOUR | {"commerce"}
    assert codes(session.tell(CALORIFIC).consequences) == {
        ("gate-settled", "action_plan"): "certain",
        ("gate-settled", "energy_review"): "certain",
    }


def test_the_signature_ends_the_signing_review_and_not_the_joint_review() -> None:
    session = session_of([*PLANNED, ENERGY, CALORIFIC])
    arrival = session.tell(SIGNED)
    assert codes(arrival.consequences) == {
        ("gate-changed", "signing_review"): "certain",
        ("review-ended", "commerce"): "certain",
        ("stage-changed", "stage"): "certain",
    }
    assert sentences(arrival, "stage-changed") == ["项目转入拟建阶段，处置意见：严格准入会审"]
    assert required(session.state) == FOUR


def test_a_start_without_an_eia_on_file_may_be_building_without_approval() -> None:
    session = session_of([*PLANNED, ENERGY, CALORIFIC, SIGNED, REVIEWED])
    arrival = session.tell(STARTED)
    assert codes(arrival.consequences) == {
        ("gate-changed", "joint_review"): "certain",
        ("gate-reopened", "ledger"): "possible",
        **{("review-ended", department): "certain" for department in FOUR},
        ("built-unfiled", "eia_done"): "possible",
        ("stage-changed", "stage"): "certain",
    }
    assert session.state.gate("ledger").outcomes == ("stop_and_rectify", "no_measure")
    assert sentences(arrival, "built-unfiled") == ["2022-06-01开工，未见环评批复，可能属未批先建"]
    assert sentences(arrival, "stage-changed") == ["项目转入在建阶段，处置意见：叫停整改或无分类处置"]
    built = next(one for one in arrival.consequences if one.code == "built-unfiled")
    assert built.rules == (MEE, LEDGER)
    assert any("未批先建的处理" in clause for clause in built.basis)


def test_a_refusal_makes_it_certain_and_stops_the_works(building: Session) -> None:
    arrival = building.tell(happens("refused", "2022-05-20", "eia", approved=False))
    assert codes(arrival.consequences) == {
        ("gate-settled", "ledger"): "certain",
        ("built-refused", "eia_done"): "certain",
    }
    assert building.state.gate("ledger").outcome == "stop_and_rectify"
    assert sentences(arrival, "built-refused") == ["2022-06-01开工，环评批复未通过或未取得，属未批先建"]


def test_an_approval_with_a_later_date_does_not_cure(building: Session) -> None:
    arrival = building.tell(LATE)
    assert codes(arrival.consequences) == {
        ("gate-settled", "ledger"): "certain",
        ("built-late", "eia_done"): "certain",
    }
    assert building.state.gate("ledger").outcome == "no_measure"
    assert sentences(arrival, "built-late") == ["2022-06-01开工时尚无环评批复（2022-07-20才取得），属未批先建"]
    assert codes(building.standing)["built-late", "eia_done"] == "certain"


def test_an_approval_with_an_earlier_date_cures(building: Session) -> None:
    arrival = building.tell({**LATE, "at": "2022-05-10"})
    assert codes(arrival.consequences) == {
        ("gate-settled", "ledger"): "certain",
        ("built-cleared", "eia_done"): "certain",
    }
    assert not {code for code, _ in codes(building.standing)} & {"built-late", "built-unfiled", "built-refused"}


def test_correcting_the_date_makes_the_conclusion_fall(building: Session) -> None:
    building.tell(LATE)
    arrival = building.tell(happens("fix", "2022-09-01", "correct", of="eia", dated="2022-05-10"))
    assert codes(arrival.consequences) == {
        ("built-cleared", "eia_done"): "certain",
        ("fallen", "eia_done"): "certain",
    }
    assert sentences(arrival, "fallen") == [
        "eia更正后，原结论不再成立：2022-06-01开工时尚无环评批复（2022-07-20才取得），属未批先建"
    ]
    fallen = next(one for one in arrival.consequences if one.code == "fallen")
    assert fallen.rules == (MEE, LEDGER)


def test_production_brings_the_disposition_of_what_exists(building: Session) -> None:
    building.tell({**LATE, "at": "2022-05-10"})
    arrival = building.tell(happens("producing", "2022-11-01", "production_started"))
    assert codes(arrival.consequences) == {
        ("gate-changed", "ledger"): "certain",
        ("stage-changed", "stage"): "certain",
    }
    assert sentences(arrival, "stage-changed") == ["项目转入存量阶段，处置意见：节能挖潜"]


def test_withdrawing_the_energy_reopens_the_catalog_and_what_rested_on_it() -> None:
    session = session_of([*PLANNED, ENERGY])
    arrival = session.tell(happens("undo", "2022-09-01", "withdraw", of="energy"))
    found = codes(arrival.consequences)
    for gate in ("catalog", "joint_review", "ledger"):
        assert found["gate-reopened", gate] == "possible"
        assert found["fallen", gate] == "certain"
    assert found["review-unsure", "industry"] == "possible"
    assert found["fallen", "industry"] == "certain"
    assert "energy撤回后，原结论不再成立：工业和信息化须参加会审" in sentences(arrival, "fallen")
    assert required(session.state) == {"commerce", "development", "land", "environment"}
