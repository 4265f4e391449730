"""Every message the library can give about files and lists, in English and Chinese side by side so they cannot drift.

A fault's code names the mistake and never changes. Templates quote the user's own text in backticks; hints say what
to do.
"""

from __future__ import annotations

from typing import NamedTuple


class Wording(NamedTuple):
    """One fault in both languages: what is wrong, and what to do about it."""

    en: str
    zh: str
    hint_en: str
    hint_zh: str


WORDINGS: dict[str, Wording] = {
    # rule and catalog files
    "not-yaml": Wording("{what}", "不是合法的 YAML：{what}", "mend the YAML at this place", "修正此处的 YAML 写法"),
    "duplicate-key": Wording("key `{key}` is given twice", "键 `{key}` 重复", "keep one of them", "只保留一处"),
    "anchor-used": Wording("anchors and aliases are refused", "不允许锚点和别名", "write it out", "请完整写出"),
    "unknown-key": Wording("key `{key}` is unknown here", "此处没有键 `{key}`", "{hint.en}", "{hint.zh}"),
    "missing-key": Wording("key `{key}` is missing", "缺少键 `{key}`", "add it", "请补上"),
    "citation-missing": Wording(
        "the rule has no `cite`", "规则没有 `cite`（依据）", "name the place in the document", "写明依据文件中的位置"
    ),
    "wrong-value": Wording(
        "`{value}` is refused: {why}", "不能写 `{value}`：{why}", "see docs/rule-files.md", "见 docs/rule-files.md"
    ),
    "threshold-not-number": Wording(
        "threshold `{value}` is not a number",
        "阈值 `{value}` 不是数字",
        "write a plain number such as 50000; the unit is in the field's name",
        "写成 50000 这样的数字，单位由字段名表明",
    ),
    "wrong-condition": Wording(
        "this is not a condition: {why}", "这不是条件：{why}", "see docs/rule-files.md", "见 docs/rule-files.md"
    ),
    "unknown-field": Wording(
        "field `{value}` is not in the vocabulary", "词汇表中没有字段 `{value}`", "{hint.en}", "{hint.zh}"
    ),
    "stranger-in-enum": Wording(
        "`{value}` is not a value of `{field}`", "`{value}` 不是 `{field}` 的取值", "{hint.en}", "{hint.zh}"
    ),
    "wrong-operator": Wording(
        "`{operator}` does not fit {kind} field `{field}`",
        "`{operator}` 不能用于 `{field}`（{kind}）",
        "use in/not_in/is for choices, at_least/more_than/at_most/less_than for quantities",
        "选择项用 in/not_in/is，数量用 at_least/more_than/at_most/less_than",
    ),
    "unknown-document": Wording("document `{value}` is unknown", "没有依据文件 `{value}`", "{hint.en}", "{hint.zh}"),
    "unknown-gate": Wording("gate `{value}` is unknown", "没有关口 `{value}`", "{hint.en}", "{hint.zh}"),
    "unknown-outcome": Wording(
        "gate `{gate}` has no outcome `{value}`", "关口 `{gate}` 没有结果 `{value}`", "{hint.en}", "{hint.zh}"
    ),
    "unknown-definition": Wording("definition `{value}` is unknown", "没有定义 `{value}`", "{hint.en}", "{hint.zh}"),
    "unknown-catalog": Wording("catalog table `{value}` is unknown", "没有目录表 `{value}`", "{hint.en}", "{hint.zh}"),
    "unknown-question": Wording(
        "open question `{value}` is unknown", "没有待定问题 `{value}`", "{hint.en}", "{hint.zh}"
    ),
    "unknown-department": Wording("department `{value}` is unknown", "没有部门 `{value}`", "{hint.en}", "{hint.zh}"),
    "id-not-path": Wording(
        "id `{value}` does not match its path", "id `{value}` 与路径不符", "write `{expected}`", "应为 `{expected}`"
    ),
    "wrong-suffix": Wording(
        "`{value}` is not read", "不读取 `{value}`", "let its name end in `.yaml`", "请将扩展名改为 `.yaml`"
    ),
    "file-out-of-place": Wording(
        "no kind of rule file stands here",
        "此处不放规则文件",
        "put rules in `rules/<document>/`, definitions in `rules/<document>/definitions/`",
        "规则放在 `rules/<文件>/`，定义放在 `rules/<文件>/definitions/`",
    ),
    "column-missing": Wording("column `{value}` is missing", "缺少列 `{value}`", "add it", "请补上"),
    "circular-definition": Wording(
        "definition `{value}` refers to itself", "定义 `{value}` 引用了自身", "break the circle", "请去掉循环引用"
    ),
    "circular-gates": Wording(
        "gates `{value}` wait for each other", "关口 `{value}` 互相等待", "break the circle", "请去掉循环引用"
    ),
    "conflicting-rules": Wording(
        "`{rule}` and `{other}` hold in the same worlds and conclude `{outcome}` and `{other_outcome}`",
        "`{rule}` 与 `{other}` 在完全相同的情形下成立，却分别得出 `{outcome}` 和 `{other_outcome}`",
        "narrow one of the two",
        "缩小其中一条的范围",
    ),
    "too-many-worlds": Wording(
        "gate `{gate}` needs {cells} worlds; `{rule}` uses {fields}",
        "关口 `{gate}` 需要 {cells} 种情形；`{rule}` 用到 {fields}",
        "split the rule or cut fewer fields together",
        "拆分规则，或减少一起使用的字段",
    ),
    "folder-missing": Wording("`{value}` is not a folder", "没有文件夹 `{value}`", "check the path", "请检查路径"),
    # lists
    "file-missing": Wording("no file `{value}`", "没有文件 `{value}`", "check the path", "请检查路径"),
    "file-kind-unknown": Wording(
        "`{value}` is not a kind of file that can be used here",
        "不支持 `{value}` 这种文件",
        "{hint.en}",
        "{hint.zh}",
    ),
    "not-utf8": Wording("the file is not UTF-8", "文件不是 UTF-8 编码", "save it as CSV UTF-8", "请另存为 CSV UTF-8"),
    "not-a-table": Wording(
        "{what}", "不是可读的表：{what}", "one header row, then one row per project", "首行为表头，其后一行一个项目"
    ),
    "empty-list": Wording("the list is empty", "表是空的", "write one header row", "首行写表头"),
    "ragged-row": Wording(
        "the row has {cells} cells under {headers} headers",
        "该行有 {cells} 格，表头有 {headers} 列",
        "give every row as many cells as there are headers; quote cells that hold commas",
        "每行格数应与表头一致，含逗号的单元格请加引号",
    ),
    "broken-quotes": Wording(
        "the quotes of this row do not close",
        "该行的引号不成对",
        "double a quote within a cell",
        "单元格内的引号请写两遍",
    ),
    "cell-too-long": Wording(
        "a cell has more than {limit} characters", "单元格超过 {limit} 字", "shorten it", "请缩短内容"
    ),
    "not-a-workbook": Wording(
        "the file is not an .xlsx workbook",
        "文件不是 .xlsx 工作簿",
        "open it in a spreadsheet and save it as .xlsx without a password",
        "请用表格软件打开后另存为不加密的 .xlsx",
    ),
    "unsafe-workbook": Wording(
        "the workbook is refused: {value}",
        "工作簿不予读取：{value}",
        "save the list alone as a new .xlsx",
        "请只把项目清单另存为新的 .xlsx",
    ),
    "file-too-large": Wording("the file is above {limit} MB", "文件超过 {limit} MB", "split the list", "请拆分清单"),
    "too-many-rows": Wording(
        "the sheet has more than {limit} rows", "表超过 {limit} 行", "split the list", "请拆分清单"
    ),
    "too-many-columns": Wording(
        "the sheet has more than {limit} columns", "表超过 {limit} 列", "remove what is not needed", "请删去不需要的列"
    ),
    "sheet-unknown": Wording(
        "there is no sheet `{value}`", "没有工作表 `{value}`", "the sheets are {sheets}", "现有工作表：{sheets}"
    ),
    "repeated-header": Wording(
        "header `{value}` is given twice", "表头 `{value}` 重复", "rename one of them", "请改其中一个的名称"
    ),
    "one-field-twice": Wording(
        "columns `{value}` and `{other}` both give `{field}`",
        "列 `{value}` 与 `{other}` 都是“{field}”",
        "rename or remove one of them",
        "请改名或删去其中一列",
    ),
    "no-known-column": Wording(
        "no column is understood", "没有一列可以识别", "see the header names in the README", "表头写法见 README"
    ),
    "row-unknown": Wording(
        "there is no row {value}; the list has {rows}", "没有第 {value} 行，共 {rows} 行", "count from 1", "从 1 数起"
    ),
    "file-not-writable": Wording(
        "the file can't be written: {why}",
        "文件无法写入：{why}",
        "close it if it is open elsewhere, and check the folder",
        "若已在别处打开请先关闭，并检查文件夹",
    ),
    "output-is-input": Wording(
        "`{value}` is the list itself", "`{value}` 就是所读的清单", "write to another file", "请写到另一个文件"
    ),
    "rule-unknown": Wording(
        "there is no rule `{value}`", "没有规则 `{value}`", "did you mean `{near}`?", "是否为 `{near}`？"
    ),
    "not-an-outcome": Wording(
        "`{value}` is not an outcome of the catalog",
        "目录判定没有结果 `{value}`",
        "use one of {known}",
        "可用：{known}",
    ),
    "not-a-date": Wording("`{value}` is not a date", "`{value}` 不是日期", "write 2024-06-30", "写成 2024-06-30"),
    # engines
    "engine-missing": Wording(
        "the engine durable-rules can't be used: {why}",
        "不能使用 durable-rules 引擎：{why}",
        "install `lianggao[durable]` with a C compiler, on Python 3.11 or 3.12",
        "请在 Python 3.11 或 3.12 上、有 C 编译器时安装 `lianggao[durable]`",
    ),
    "engine-refused": Wording(
        "durable-rules refused the rules of {what}",
        "durable-rules 拒绝了规则：{what}",
        "this is a bug in lianggao",
        "这是 lianggao 的错误",
    ),
    "engine-failed": Wording(
        "durable-rules failed: {what}",
        "durable-rules 出错：{what}",
        "this is a bug in lianggao",
        "这是 lianggao 的错误",
    ),
    "engine-failed-at": Wording(
        "the engine failed on project {row} `{name}`: {what}",
        "引擎在第 {row} 个项目 `{name}` 上出错：{what}",
        "use `--engine tables` and report this",
        "请改用 `--engine tables` 并报告此错误",
    ),
    "engine-elsewhere": Wording(
        "a durable-rules engine is used in another thread or process than it was made in",
        "durable-rules 引擎只能在创建它的线程和进程中使用",
        "make an engine of its own there",
        "请在该线程或进程中另建引擎",
    ),
    "engines-differ": Wording(
        "the engines disagree on gate `{gate}` for project {row}: tables say {tables}, durable-rules says {durable}",
        "两个引擎对第 {row} 个项目的关口 `{gate}` 结论不一致：判定表为 {tables}，durable-rules 为 {durable}",
        "this is a bug in lianggao; report it with the facts {facts}",
        "这是 lianggao 的错误，请连同事实 {facts} 一并报告",
    ),
    # events of a project that is followed
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
