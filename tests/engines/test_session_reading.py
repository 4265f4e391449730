"""Files of events: what is refused, with the line, in both languages, and every fault at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from lianggao.engines.following import Session, read_events
from lianggao.engines.following.reading import event_of
from lianggao.errors import InputError

GOOD = '{"id": "e0", "at": "2022", "event": "signed"}'
LIKE = '{"id": "e1", "at": "2022-03-01", "event": "signed"}'

BAD = {
    "not json": (
        "{'id': 1}",
        f"not-json-object: the line is not a JSON object; write one event a line, such as {LIKE}",
        f"not-json-object: 该行不是 JSON 对象; 每行写一个事件，如 {LIKE}",
    ),
    "a list": ("[1]", "not-json-object: the line is not a JSON object", ""),
    "no number": (
        '{"id": "e1", "at": "2022", "event": "fact", "field": "coal_t", "value": NaN}',
        "not-json-object: the line is not a JSON object",
        "",
    ),
    "too deep": ("[" * 100_000, "not-json-object: the line is not a JSON object", ""),
    "a key twice": (
        '{"id": "e1", "id": "e2", "at": "2022", "event": "signed"}',
        "duplicate-key: key `id` is given twice; keep one of them",
        "duplicate-key: 键 `id` 重复; 只保留一处",
    ),
    "no event": ('{"id": "e1", "at": "2022"}', "missing-key: key `event` is missing; add it", ""),
    "unknown event": (
        '{"id": "e1", "at": "2022", "event": "sign"}',
        "event-unknown: event `sign` is unknown; did you mean `signed`?",
        "event-unknown: 没有事件 `sign`; 是否为 `signed`？",
    ),
    "no id": ('{"at": "2022", "event": "signed"}', "missing-key: key `id` is missing; add it", ""),
    "blank id": (
        '{"id": " ", "at": "2022", "event": "signed"}',
        "event-value: ` ` does not fit key `id`; write a text that is not blank",
        "event-value: 键 `id` 不能写 ` `; 写非空白的文本",
    ),
    "number as id": ('{"id": 1, "at": "2022", "event": "signed"}', "event-value: `1` does not fit key `id`", ""),
    "unknown key": (
        '{"id": "e1", "at": "2022", "event": "eia", "approved": true, "aproved": true}',
        "unknown-key: key `aproved` is unknown here; did you mean `approved`?",
        "",
    ),
    "no date": (
        '{"id": "e1", "at": "2022-02-30", "event": "signed"}',
        "not-a-date: `2022-02-30` is not a date; write 2024-06-30",
        "not-a-date: `2022-02-30` 不是日期; 写成 2024-06-30",
    ),
    "number as date": (
        '{"id": "e1", "at": 2022, "event": "signed"}',
        'event-value: `2022` does not fit key `at`; write a text such as "2022-03-01", "2022-03" or "2022"',
        "event-value: 键 `at` 不能写 `2022`; 写成 “2022-03-01”“2022-03”“2022” 这样的文本",
    ),
    "text as truth": (
        '{"id": "e1", "at": "2022", "event": "energy_review", "passed": "是"}',
        "event-value: `是` does not fit key `passed`; write true or false",
        "event-value: 键 `passed` 不能写 `是`; 写 true 或 false",
    ),
    "unknown field": (
        '{"id": "e1", "at": "2022", "event": "fact", "field": "product", "value": "水泥"}',
        "unknown-field: field `product` is not in the vocabulary; did you mean `products`?",
        "",
    ),
    "derived field": (
        '{"id": "e1", "at": "2022", "event": "fact", "field": "key_region", "value": "是"}',
        "unknown-field: field `key_region` is not in the vocabulary",
        "",
    ),
    "a date as fact": (
        '{"id": "e1", "at": "2022", "event": "fact", "field": "decision_date", "value": "2022"}',
        "fact-not-told: `decision_date` is not told as a fact; every event has its own `at`; the law's date is the "
        "latest of them, or what is asked for",
        "fact-not-told: `decision_date` 不作为事实填报; 各事件自有 `at`；适用日期取其中最晚的，或另行指定",
    ),
    "a number for a text": (
        '{"id": "e1", "at": "2022", "event": "fact", "field": "industry_code", "value": 3011}',
        "event-value: `3011` does not fit key `value`; write a text that is not blank, or withdraw the event",
        "event-value: 键 `value` 不能写 `3011`; 写非空白的文本；不再主张的请撤回该事件",
    ),
    "nothing for a quantity": (
        '{"id": "e1", "at": "2022", "event": "fact", "field": "coal_t", "value": null}',
        "event-value: `null` does not fit key `value`; write a number in the field's unit, a text with its unit, or "
        "[low, high]",
        "event-value: 键 `value` 不能写 `null`; 写以该字段单位计的数字、带单位的文本，或 [下限, 上限]",
    ),
    "three ends": (
        '{"id": "e1", "at": "2022", "event": "fact", "field": "coal_t", "value": [1, 2, 3]}',
        "event-value: `[1, 2, 3]` does not fit key `value`",
        "",
    ),
    "truth for a quantity": (
        '{"id": "e1", "at": "2022", "event": "fact", "field": "coal_t", "value": true}',
        "event-value: `true` does not fit key `value`",
        "",
    ),
    "without end": (
        '{"id": "e1", "at": "2022", "event": "fact", "field": "coal_t", "value": 1e999}',
        "event-value: `Infinity` does not fit key `value`",
        "",
    ),
    "half a character": (
        '{"id": "e1", "at": "2022", "event": "fact", "field": "products", "value": "\\ud800"}',
        "event-value: `",
        "",
    ),
    "correction of nothing": (
        '{"id": "e1", "at": "2022", "event": "correct", "of": "e0"}',
        "correction-empty: the correction says nothing new; give `dated`, `passed`, `approved`, `field` or `value`",
        "correction-empty: 更正中没有新内容; 写明 `dated`、`passed`、`approved`、`field` 或 `value`",
    ),
    "same id": (
        '{"id": "e0", "at": "2023", "event": "signed"}',
        "event-repeated: another event was told under id `e0`; give it an id of its own, or correct the first with "
        "`correct`",
        "event-repeated: 编号 `e0` 已用于另一个事件; 请另编编号，或用 `correct` 更正原事件",
    ),
}


def refused(tmp_path: Path, text: str) -> InputError:
    path = tmp_path / "events.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as error:
        read_events(path)
    return error.value


@pytest.mark.parametrize("case", BAD)
def test_a_bad_line_is_refused_with_its_place(tmp_path: Path, case: str) -> None:
    line, english, chinese = BAD[case]
    error = refused(tmp_path, f"{GOOD}\n\n{line}\n")
    assert len(error.faults) == 1
    assert error.render().startswith(f"events.jsonl:3: {english}")
    assert error.render("zh").startswith(f"events.jsonl:3: {chinese}")
    assert "\n" not in error.render()


def test_every_fault_is_collected(tmp_path: Path) -> None:
    error = refused(tmp_path, '{"id": 1, "event": "signed", "of": "x"}\n' + GOOD + "\nnonsense\n")
    assert [(str(one.place), one.code) for one in error.faults] == [
        ("events.jsonl:1", "event-value"),
        ("events.jsonl:1", "missing-key"),
        ("events.jsonl:1", "unknown-key"),
        ("events.jsonl:3", "not-json-object"),
    ]


@pytest.mark.parametrize("text", ["", "\n \n"])
def test_a_file_without_events_is_refused(tmp_path: Path, text: str) -> None:
    assert refused(tmp_path, text).render() == "events.jsonl: no-event: the file holds no event; write one event a line"


def test_a_file_that_is_not_there_or_not_utf8_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"file-missing: no file `none\.jsonl`"):
        read_events(tmp_path / "none.jsonl")
    (tmp_path / "gbk.jsonl").write_bytes("开工时间".encode("gbk"))
    with pytest.raises(InputError, match=r"^gbk\.jsonl: not-utf8"):
        read_events(tmp_path / "gbk.jsonl")


def test_what_is_good_is_read_in_order_and_once(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    pair = '{"id": "e1", "at": "2022-03", "event": "fact", "field": "coal_t", "value": [1, 2.5]}'
    path.write_bytes(f"\ufeff{GOOD}\r\n{pair}\r\n{GOOD}".encode())
    first, second = read_events(path)
    assert (first.id, second.id) == ("e0", "e1")
    assert second.value == (1.0, 2.5)  # type: ignore[union-attr]


def test_a_call_is_refused_in_the_same_words() -> None:
    with pytest.raises(InputError, match=r"^missing-key: key `passed` is missing; add it$"):
        event_of({"id": "e1", "at": "2022", "event": "energy_review"})


@pytest.mark.usefixtures("durable")
@pytest.mark.parametrize("value", [-5, "很多", "5千米", [9, 1]])
def test_amounts_that_make_no_sense_are_unknown(value: object) -> None:
    told = {"id": "e1", "at": "2022-03-01", "event": "fact", "field": "coal_t", "value": value}
    assert "coal_t" not in Session("2022-12-31").tell(told).screening.facts


@pytest.mark.parametrize("value", ["", " ", 10**400, -(10**400), None, {}, [], ["a", "b"]])
def test_what_is_no_amount_at_all_is_refused(value: object) -> None:
    with pytest.raises(InputError, match=r"^event-value: `"):
        event_of({"id": "e1", "at": "2022-03-01", "event": "fact", "field": "coal_t", "value": value})
