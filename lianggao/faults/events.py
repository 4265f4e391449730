"""Messages about events of a project that is followed."""

from lianggao.faults.wording import Wording, Wordings

WORDINGS: Wordings = {
    "not-json-object": Wording(
        "the line is not a JSON object",
        "该行不是 JSON 对象",
        'write one event a line, such as {{"id": "e1", "at": "2022-03-01", "event": "signed"}}',
        '每行写一个事件，如 {{"id": "e1", "at": "2022-03-01", "event": "signed"}}',
    ),
    "no-event": Wording("the file holds no event", "文件中没有事件", "write one event a line", "每行写一个事件"),
    "event-unknown": Wording("event `{value}` is unknown", "没有事件 `{value}`", "{hint.en}", "{hint.zh}"),
    "event-value": Wording(
        "`{value}` does not fit key `{key}`", "键 `{key}` 不能写 `{value}`", "{hint.en}", "{hint.zh}"
    ),
    "event-repeated": Wording(
        "another event was told under id `{value}`",
        "编号 `{value}` 已用于另一个事件",
        "give it an id of its own, or correct the first with `correct`",
        "请另编编号，或用 `correct` 更正原事件",
    ),
    "fact-not-told": Wording(
        "`{value}` is not told as a fact",
        "`{value}` 不作为事实填报",
        "every event has its own `at`; the law's date is the latest of them, or what is asked for",
        "各事件自有 `at`；适用日期取其中最晚的，或另行指定",
    ),
    "correction-empty": Wording(
        "the correction says nothing new",
        "更正中没有新内容",
        "give `dated`, `passed`, `approved`, `field` or `value`",
        "写明 `dated`、`passed`、`approved`、`field` 或 `value`",
    ),
    "unknown-value": Wording("`{value}` is not known here", "此处没有 `{value}`", "{hint.en}", "{hint.zh}"),
}
