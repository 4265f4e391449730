"""Messages of those who keep the rules: checks, comparisons and cases."""

from lianggao.faults.wording import Wording, Wordings

WORDINGS: Wordings = {
    "no-case-files": Wording(
        "there is no case file in `{value}`",
        "`{value}` 中没有案例文件",
        "let their names end in `.cases.yaml`",
        "案例文件的名称以 `.cases.yaml` 结尾",
    ),
    "no-case": Wording("the file has no case", "文件中没有案例", "add one under `cases`", "请在 `cases` 下写一个"),
    "wrong-in-case": Wording(
        "`{value}` is refused: {why}", "不能写 `{value}`：{why}", "see docs/cases.md", "见 docs/cases.md"
    ),
    "case-named-twice": Wording(
        "case `{value}` is there twice", "案例 `{value}` 重名", "rename one of them", "请改其中一个的名称"
    ),
    "nothing-expected": Wording(
        "case `{value}` expects nothing",
        "案例 `{value}` 没有写应有的结果",
        "give `gates`, `departments`, `missing`, `deciding`, `checks` or `asks`",
        "请写 `gates`、`departments`、`missing`、`deciding`、`checks` 或 `asks`",
    ),
    "unknown-requirement": Wording(
        "there is no requirement `{value}`", "没有部门核查 `{value}`", "{hint.en}", "{hint.zh}"
    ),
    "status-without-requirement": Wording(
        "`{value}` is a rule and no requirement of a department",
        "`{value}` 是规则，不是部门核查",
        "leave `status` out; `expect` says it",
        "删去 `status`，规则的结果写在 `expect`",
    ),
    "unknown-fact": Wording(
        "no field, gate or date in doubt is called `{value}`",
        "没有名为 `{value}` 的字段、关口或施行日期",
        "{hint.en}",
        "{hint.zh}",
    ),
    "rule-not-deciding": Wording(
        "`{value}` gives gate `{gate}` no outcome",
        "`{value}` 不得出关口 `{gate}` 的结果",
        "name rules of this gate that conclude an outcome",
        "请写该关口中得出结果的规则",
    ),
    "threshold-without-unit": Wording(
        "`{field}` is compared with {value}, but the vocabulary gives it no unit",
        "`{field}` 与 {value} 相比，词汇表却没有给出它的单位",
        "write its unit in catalogs/vocabulary/fields.csv",
        "请在 catalogs/vocabulary/fields.csv 写明单位",
    ),
    "article-number-in-id": Wording(
        "id `{value}` carries the number `{number}` of an article or clause",
        "id `{value}` 含有条款编号 `{number}`",
        "name what it says; the article belongs in `cite.place`",
        "以内容命名，条款写在 `cite.place`",
    ),
    "period-gap": Wording(
        "`{older}` ends on {to}, and `{newer}`, which supersedes it, begins only on {start}",
        "`{older}` 于 {to} 止，取代它的 `{newer}` 自 {start} 才起",
        "let one follow on the other, or drop it from `supersedes`",
        "让两者前后相接，或从 `supersedes` 中删去",
    ),
    "period-overlap": Wording(
        "`{newer}` supersedes `{older}` from {start}, but `{older}` has {which} {date}",
        "`{newer}` 自 {start} 起取代 `{older}`，而 `{older}` 的 {which} 为 {date}",
        "correct one of the two dates",
        "请改正其中一个日期",
    ),
    "period-outside-document": Wording(
        "`{rule}` has {which} {date}, outside the period of its document, {period}",
        "`{rule}` 的 {which} 为 {date}，在依据文件的施行期 {period} 之外",
        "narrow it to the document's period",
        "请缩小到依据文件的施行期之内",
    ),
    "unreachable-rule": Wording(
        "`{rule}` holds in no possible world on any date",
        "`{rule}` 在任何日期、任何可能的情形下都不成立",
        "look for parts that exclude each other, or for an outcome that its gate never has",
        "检查互相排斥的条件，或关口不会得出的结果",
    ),
    "shadowed-rule": Wording(
        "`{rule}` never counts: wherever it holds, so does {others}",
        "`{rule}` 从不起作用：它成立时，{others} 必也成立",
        "narrow the other, correct the outcome, or remove the rule",
        "缩小另一条的范围，改正结果，或删去本规则",
    ),
    "idle-condition": Wording(
        "`{part}` in `{id}` changes nothing in any possible world",
        "`{id}` 中的 `{part}` 在任何可能的情形下都不起作用",
        "leave it out, or correct what was meant",
        "请删去，或改正本意",
    ),
    "table-unused": Wording(
        "table `{table}` belongs to `{document}`, and no rule refers to it",
        "目录表 `{table}` 属于 `{document}`，却没有规则引用它",
        "refer to it by `in_catalog`, or remove it",
        "用 `in_catalog` 引用它，或删去",
    ),
    "catalog-row-unused": Wording(
        "no rule turns on `{value}`, which row `{row}` of `{table}` lists",
        "`{table}` 的“{row}”一行所列 `{value}` 对任何规则都不起作用",
        "correct the row, or the rules that use the table",
        "请改正该行或引用此表的规则",
    ),
    "term-in-and-out": Wording(
        "term `{term}` is `{role}` and `neutral`, and so never counts",
        "词语 `{term}` 既是 `{role}` 又是 `neutral`，永不作数",
        "keep one of the two rows",
        "两行只保留一行",
    ),
    "conflicting-terms": Wording(
        "term `{term}` is `{role}` of `{activity}` here, and `{other_role}` of `{other}` at {where}; one counts",
        "词语 `{term}` 在此为 `{activity}` 的 `{role}`，在 {where} 为 `{other}` 的 `{other_role}`，只有一行作数",
        "keep one of the two rows",
        "两行只保留一行",
    ),
    "item-catches-another": Wording(
        "`{name}` as a product is read as {read}, which rules out {own}",
        "产品写作“{name}”时识别为{read}，排除了{own}",
        "correct catalogs/terms/terms.csv or the row",
        "请改正 catalogs/terms/terms.csv 或该行",
    ),
    "format-changes-meaning": Wording(
        "the file would say something else after formatting",
        "格式化后文件的内容会改变",
        "write this part in plain block style by hand",
        "请将此处手工写成普通的块状写法",
    ),
    "not-formatted-here": Wording(
        "`{value}` is no file or folder of rules or catalogs",
        "`{value}` 不是规则或目录的文件、文件夹",
        "give folders or `.yaml` files that exist",
        "请给出存在的文件夹或 `.yaml` 文件",
    ),
    "side-unknown": Wording(
        "`{value}` is neither a folder nor a revision of this repository",
        "`{value}` 既不是文件夹，也不是当前仓库的版本",
        "name a folder with rules/ and catalogs/, a git revision, or `shipped`",
        "写含 rules/ 和 catalogs/ 的文件夹、git 版本或 `shipped`",
    ),
    "side-without-law": Wording(
        "revision `{value}` has no rules/ and catalogs/ here",
        "版本 `{value}` 在此处没有 rules/ 和 catalogs/",
        "name the folder within it, as in `v1:path`",
        "写明其中的文件夹，如 `v1:path`",
    ),
    "side-invalid": Wording(
        "`{value}` can't be read: {hint.en}", "`{value}` 读不了：{hint.zh}", "mend the file", "修正该文件"
    ),
    "one-side-only": Wording(
        "there is nothing to compare with",
        "没有可比较的另一方",
        "give OLD and NEW, or --as-of twice",
        "写 OLD 和 NEW，或写两个 --as-of",
    ),
    "too-many-dates": Wording("--as-of is given {n} times", "--as-of 写了{n}次", "give it at most twice", "最多写两次"),
    "no-boundaries": Wording(
        "`{value}` holds for no project on any day on which it is surely in force",
        "`{value}` 在确已施行的日子里对任何项目都不成立",
        "see `lianggao rules check`",
        "见 `lianggao rules check`",
    ),
    "wrong-in-moves": Wording(
        "`{value}` is refused: {why}", "不能写 `{value}`：{why}", "see docs/impact.md", "见 docs/impact.md"
    ),
    "move-without-project": Wording(
        "no project is named", "没有写明项目", "give `project` or `row`", "请写 `project` 或 `row`"
    ),
    "nothing-announced": Wording(
        "no move is announced here",
        "此处没有写明变动",
        "give `gates` or `departments`, or remove the entry",
        "请写 `gates` 或 `departments`，或删去此项",
    ),
    "project-unknown": Wording(
        "no project of the list is called `{value}`", "清单中没有名为 `{value}` 的项目", "{hint.en}", "{hint.zh}"
    ),
    "project-ambiguous": Wording(
        "several projects are called `{value}`: rows {rows}",
        "有几个项目名为 `{value}`：第 {rows} 行",
        "add `row`",
        "请加上 `row`",
    ),
    "row-of-another": Wording(
        "row {row} is `{name}`, not `{value}`",
        "第 {row} 行是 `{name}`，不是 `{value}`",
        "correct one of the two",
        "请改正其中一个",
    ),
    "announced-twice": Wording(
        "project `{value}` is announced twice", "项目 `{value}` 写了两次", "put its moves together", "请合并为一处"
    ),
    "two-sides-and-a-list": Wording(
        "there are {n} arguments", "写了{n}个参数", "give OLD, NEW and the list", "请写 OLD、NEW 和清单"
    ),
    "log-unreadable": Wording(
        "`{value}` can't be read: {why}", "读不了 `{value}`：{why}", "give the log by --log", "用 --log 指明变更记录"
    ),
    "log-without-law": Wording(
        "`{value}` has no section `### law 0123456789ab`",
        "`{value}` 中没有 `### law 0123456789ab` 这样的一节",
        "add one for the law as it is",
        "请为现有规则补上一节",
    ),
    "log-behind": Wording(
        "the newest section leads to law `{value}`, but rules/ and catalogs/ are now `{now}`",
        "最新一节对应规则 `{value}`，而 rules/ 和 catalogs/ 现为 `{now}`",
        "add a section for this change",
        "请为这次变更补上一节",
    ),
    "log-document-missing": Wording(
        "`{value}` changed and is not named",
        "`{value}` 有变更而未写明",
        "name it in backticks in an entry",
        "请在条目中用反引号写明",
    ),
    "log-period-missing": Wording(
        "no period is stated", "未写明涉及的时间", "write dates, or `any date`", "请写日期，或 any date"
    ),
    "log-direction-missing": Wording(
        "gate `{gate}` became {direction}, which no entry says",
        "关口 `{gate}` 的变化为 {direction}，条目未写明",
        "write the gate in backticks and {direction} after it",
        "请在条目中写明该关口（反引号），其后写 {direction}",
    ),
    "log-direction-wrong": Wording(
        "an entry says `{gate}` is {stated}, but it is {direction}",
        "条目称 `{gate}` 为 {stated}，实为 {direction}",
        "correct the entry",
        "请改正条目",
    ),
    "values-not-shared": Wording(
        "only one vocabulary has {values} of field `{field}`",
        "字段 `{field}` 的取值 {values} 只在一方的词汇表里",
        "compare a list by impact",
        "请用 impact 比较清单",
    ),
    "gate-not-compared": Wording(
        "gate `{gate}` has too many worlds to compare: {cells}, over {fields}",
        "关口 `{gate}` 的情形太多，无法比较：{cells}种，涉及 {fields}",
        "compare a list by impact",
        "请用 impact 比较清单",
    ),
}
