"""Messages about rule and catalog files."""

from lianggao.faults.wording import Wording, Wordings

WORDINGS: Wordings = {
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
    "unknown-citation": Wording(
        "`{document}` has no place `{value}` in its `contents`",
        "`{document}` 的 `contents` 中没有 `{value}` 一处",
        "{hint.en}",
        "{hint.zh}",
    ),
    "citation-of-unrendered": Wording(
        "`{document}` leaves place `{value}` to nobody, and yet this rule renders it",
        "`{document}` 把 `{value}` 写作 `left_to: nobody`，本规则却写入了该处",
        "drop `left_to` there, or cite another place",
        "请删去该处的 `left_to`，或改写出处",
    ),
    "place-named-twice": Wording(
        "place `{value}` is there twice", "`{value}` 一处重复", "put the two together", "请合并为一处"
    ),
    "id-taken": Wording(
        "rule and requirement are both called `{value}`",
        "规则和核查的 id 都是 `{value}`",
        "rename the requirement and its file",
        "请改核查及其文件的名称",
    ),
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
    "column-unknown": Wording(
        "the table beneath has no column `{value}`", "所补充的表没有列 `{value}`", "{hint.en}", "{hint.zh}"
    ),
    "row-already-there": Wording(
        "row `{value}` already stands at {other}",
        "`{value}` 一行已见于 {other}",
        "leave it out, or replace the whole table by a file of its name",
        "请删去此行，或用同名文件替换整张表",
    ),
    "overlay-loop": Wording(
        "overlay `{value}` lies over itself", "叠加层 `{value}` 叠在自身之上", "break the circle", "请去掉循环引用"
    ),
    "column-missing": Wording("column `{value}` is missing", "缺少列 `{value}`", "add it", "请补上"),
    "circular-definition": Wording(
        "definition `{value}` refers to itself", "定义 `{value}` 引用了自身", "break the circle", "请去掉循环引用"
    ),
    "circular-formulas": Wording(
        "the computed fields `{value}` need each other",
        "推算字段 `{value}` 互相依赖",
        "break the circle",
        "请去掉循环引用",
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
}
