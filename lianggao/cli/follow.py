"""`lianggao follow`: one project's events in, what each brought about and what holds at the end."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lianggao.cli.options import AsOf, Lang, LawFolder, law_of
from lianggao.cli.output import print_data

if TYPE_CHECKING:
    from lianggao.engines.following import Arrival, Consequence, Session
    from lianggao.vocabulary import Vocabulary

_WORDS = {
    "zh": {
        "nothing": "没有新的结果",
        "basis": "依据：",
        "rules": "规则：",
        "end": "全部事件之后（适用 {as_of} 的规则）",
        "gates": "判定",
        "departments": "会审部门",
        "standing": "其他结论",
        "notes": "数据说明",
    },
    "en": {
        "nothing": "nothing new",
        "basis": "basis: ",
        "rules": "rules: ",
        "end": "after all events (law as of {as_of})",
        "gates": "gates",
        "departments": "departments",
        "standing": "other conclusions",
        "notes": "data notes",
    },
}
_SHOWN = frozenset({"gate-settled", "review-required", "review-possible"})
"""Conclusions that the lists of gates and departments show already."""


def follow(
    file: Annotated[Path, typer.Argument(metavar="EVENTS", help="一个项目的事件，JSON Lines。", show_default=False)],
    as_of: AsOf = None,
    lang: Annotated[Lang, typer.Option("--lang", help="标题、取值和消息的语言。")] = Lang.zh,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON Lines：每个事件一行，最后一行为现状。")] = False,
    law: LawFolder = None,
) -> None:
    """跟踪一个项目：事件逐一到来，用 durable-rules 推出每个事件带来的结果和依据，最后给出现状。"""
    from lianggao.engines.following import Session, read_events
    from lianggao.reports.masking import mask_text

    rules = law_of(law)
    session = Session(as_of, rules)
    arrivals = [session.tell(event) for event in read_events(file)]
    if as_json:
        lines = (json.dumps(_masked(line), ensure_ascii=False) for line in _records(arrivals, session))
    else:
        lines = (mask_text(line) for line in _lines(arrivals, session, rules.vocabulary, lang.value))
    print_data("".join(f"{line}\n" for line in lines))


def _records(arrivals: Iterable[Arrival], session: Session) -> Iterator[dict[str, Any]]:
    for arrival in arrivals:
        told = [one.model_dump(mode="json") for one in arrival.consequences]
        yield {"event": arrival.event.model_dump(mode="json", exclude_none=True), "consequences": told}
    state = session.state.model_dump(mode="json", exclude={"trace"})
    yield {"state": state, "standing": [one.model_dump(mode="json") for one in session.standing]}


def _masked(data: Any, key: str = "") -> Any:
    """Hide contacts in every text but ids, dates and the codes of projects and companies."""
    from lianggao.reports.json_lines import CODES
    from lianggao.reports.masking import mask_text

    if isinstance(data, dict):
        codes = {"value"} if data.get("field") in CODES else set()
        return {name: one if name in codes else _masked(one, name) for name, one in data.items()}
    if isinstance(data, list):
        return [_masked(one, key) for one in data]
    return mask_text(data) if isinstance(data, str) and key not in (*CODES, "input_sha256", "law_sha256") else data


def _lines(arrivals: Iterable[Arrival], session: Session, vocabulary: Vocabulary, lang: str) -> Iterator[str]:
    from lianggao.engines.following.wording import event_text

    words = _WORDS[lang]
    for arrival in arrivals:
        event = arrival.event
        yield f"{event.at}　{event.id}　{event_text(event, vocabulary)}"
        for one in arrival.consequences:
            yield from _consequence(one, lang, vocabulary)
        if not arrival.consequences:
            yield f"  {words['nothing']}"
        yield ""
    yield words["end"].format(as_of=session.state.stamp.as_of)
    yield from _state(session, lang, vocabulary)


def _consequence(one: Consequence, lang: str, vocabulary: Vocabulary) -> Iterator[str]:
    status = vocabulary.domains["finding"][one.status] if lang == "zh" else one.status
    head = f"〔{status}〕" if lang == "zh" else f"{one.code} {one.subject} {status}: "
    yield f"  {head}{one.sentence}"
    if one.basis:
        yield f"      {_WORDS[lang]['basis']}{'；'.join(one.basis)}"
    if one.rules:
        yield f"      {_WORDS[lang]['rules']}{' '.join(one.rules)}"


def _state(session: Session, lang: str, vocabulary: Vocabulary) -> Iterator[str]:
    state, words, zh = session.state, _WORDS[lang], lang == "zh"
    yield words["gates"]
    for gate in state.gates:
        yield f"  {gate.title}：{'或'.join(gate.labels)}" if zh else f"  {gate.gate}: {' | '.join(gate.outcomes)}"
    yield words["departments"]
    for joining in state.departments:
        label = vocabulary.domains["review"][joining.review]
        yield f"  {joining.label}：{label}" if zh else f"  {joining.department}: {joining.review}"
    if others := [one for one in session.standing if one.code not in _SHOWN]:
        yield words["standing"]
        for one in others:
            yield from _consequence(one, lang, vocabulary)
    if state.data_notes:
        yield words["notes"]
        yield from (f"  {note.told}" for note in state.data_notes)
