"""Messages about lists, and the calls that name them."""

from lianggao.faults.wording import Wording, Wordings

WORDINGS: Wordings = {
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
    "broken-quotes": Wording(
        "the quotes of this row do not close",
        "该行的引号不成对",
        "double a quote within a cell",
        "单元格内的引号请写两遍",
    ),
    "file-unreadable": Wording(
        "the file can't be read: {why}", "文件无法读取：{why}", "check that you may open it", "请检查是否有权限打开"
    ),
    "file-empty": Wording("the file has no content", "文件没有任何内容", "save it again", "请重新保存或重新获取"),
    "file-zeroed": Wording(
        "the file holds nothing but zeros: its content is lost",
        "文件里全是零字节，内容已丢失",
        "get it again from where it came",
        "请从来源处重新获取",
    ),
    "other-kind": Wording(
        "the file is {hint.en}, whatever its name says",
        "文件实际上是{hint.zh}，与文件名无关",
        "give the list as .xlsx, .xls, .ods, .csv or .json",
        "请提供 .xlsx、.xls、.ods、.csv 或 .json 格式的清单",
    ),
    "must-be-resaved": Wording(
        "the file is {hint.en}, whatever its name says",
        "文件实际上是{hint.zh}，与文件名无关",
        "open it in WPS or Excel and save it as .xlsx",
        "请用 WPS 或 Excel 打开后另存为 .xlsx",
    ),
    "encrypted-file": Wording(
        "the file is protected by a password",
        "文件已加密",
        "open it with the password and save it without one",
        "请用密码打开，取消密码后另存",
    ),
    "broken-workbook": Wording(
        "the workbook is damaged or cut off",
        "工作簿已损坏或不完整",
        "open it in WPS or Excel and save it again, or get it again",
        "请用 WPS 或 Excel 打开后另存，或重新获取",
    ),
    "unsafe-workbook": Wording(
        "the workbook is refused: {value}",
        "工作簿不予读取：{value}",
        "save the list alone as a new .xlsx",
        "请只把项目清单另存为新的 .xlsx",
    ),
    "binary-file": Wording(
        "the file is neither text nor a workbook",
        "文件既不是文本，也不是工作簿",
        "give the list as .xlsx, .xls, .ods, .csv or .json",
        "请提供 .xlsx、.xls、.ods、.csv 或 .json 格式的清单",
    ),
    "undecodable-text": Wording(
        "the text is not {value}: byte {offset} is wrong",
        "文本不是 {value} 编码：第 {offset} 字节有误",
        "save it as CSV UTF-8",
        "请另存为 CSV UTF-8",
    ),
    "line-too-long": Wording(
        "the line has more than {limit} characters", "该行超过 {limit} 字", "check its line ends", "请检查换行"
    ),
    "cell-too-long": Wording(
        "a cell has more than {limit} characters",
        "单元格超过 {limit} 字",
        "shorten it, or close the quote with which it begins",
        "请缩短内容，或补上缺少的引号",
    ),
    "broken-json": Wording(
        "this is not valid JSON: `{value}`", "不是有效的 JSON：`{value}`", "correct it there", "请在该处改正"
    ),
    "repeated-key": Wording(
        "key `{value}` is given twice in one object",
        "同一对象中键 `{value}` 重复",
        "leave one of them",
        "请只保留一个",
    ),
    "not-a-record": Wording(
        "`{value}` is no object", "`{value}` 不是对象", "make every record one object", "每条记录应为一个对象"
    ),
    "no-record-list": Wording(
        "the object holds {value} arrays of objects",
        "其中有 {value} 个对象数组",
        "give one array of objects",
        "请提供一个由对象组成的数组",
    ),
    "file-too-large": Wording(
        "the file is above {limit} MB",
        "文件超过 {limit} MB",
        "remove pictures and other sheets, or save the list as CSV",
        "请删去图片和其他工作表，或另存为 CSV",
    ),
    "too-many-rows": Wording(
        "the sheet has more than {limit} rows",
        "表超过 {limit} 行",
        "save longer lists as CSV, or split the list",
        "更长的清单请另存为 CSV，或拆分",
    ),
    "too-many-columns": Wording(
        "the sheet has more than {limit} columns", "表超过 {limit} 列", "remove what is not needed", "请删去不需要的列"
    ),
    "too-many-cells": Wording(
        "the list has more than {limit} filled cells",
        "有内容的单元格超过 {limit} 个",
        "save longer lists as CSV, or split the list",
        "更长的清单请另存为 CSV，或拆分",
    ),
    "too-sparse": Wording(
        "{rows} rows and up to {columns} columns are nearly all blank",
        "共 {rows} 行，最宽 {columns} 列，几乎全为空白",
        "remove the cells that stand far from the list",
        "请删去远离清单的单元格",
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
    "frame-not-collected": Wording(
        "a lazy frame has no rows yet", "惰性的表还没有数据", "call `.collect()` on it first", "请先调用 `.collect()`"
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
    "form-not-list": Wording(
        "the sheet is a form for one project and no list",
        "该表是一个项目的填报表，不是清单",
        "write one header row and one row per project; `lianggao template` makes such a sheet",
        "请改为首行表头、一行一个项目，可用 lianggao template 生成空表",
    ),
    "electricity-factor-unknown": Wording(
        "`{value}` is no electricity factor",
        "`{value}` 不是电力折标系数",
        "give a year of catalogs/energy-factors such as 2020, or kilograms of standard coal per kWh such as 0.3055",
        "写目录 catalogs/energy-factors 中的年份如 2020，或每千瓦时的千克标准煤如 0.3055",
    ),
    "energy-room-not-a-pair": Wording(
        "`{value}` does not say which place has what energy room",
        "`{value}` 没有写明哪个地方的剩余用能空间是多少",
        "write `411081=50000` or `禹州市=5万吨标准煤`",
        "写成 `411081=50000` 或 `禹州市=5万吨标准煤`",
    ),
    "energy-room-place-unknown": Wording(
        "`{value}` is no county or city of Henan in force",
        "`{value}` 不是河南现行的县（市、区）或省辖市",
        "write its code or whole name as in catalogs/regions, such as `411081` or `许昌市禹州市`",
        "写 catalogs/regions 中的代码或全称，如 `411081` 或 `许昌市禹州市`",
    ),
    "energy-room-twice": Wording(
        "`{value}` and `{other}` are the same place",
        "`{value}` 与 `{other}` 是同一地方",
        "leave one of them out",
        "请去掉其中一个",
    ),
    "energy-room-unreadable": Wording(
        "`{value}` is no energy room of `{where}`",
        "`{value}` 不是 `{where}` 的剩余用能空间",
        "give tonnes of standard coal (等价值) such as `50000` or `5万吨标准煤`",
        "写等价值的吨标准煤数，如 `50000` 或 `5万吨标准煤`",
    ),
    "note-refused": Wording(
        "{what} ({note})", "{what}（{note}）", "correct it, or leave out --strict", "请更正，或不用 --strict"
    ),
    "not-a-date": Wording("`{value}` is not a date", "`{value}` 不是日期", "write 2024-06-30", "写成 2024-06-30"),
    "mapping-not-a-pair": Wording(
        "`{value}` does not say what a column is read as",
        "`{value}` 没有写明某列读作什么",
        "write `列名=字段`",
        "写成 `列名=字段`",
    ),
    "mapping-file-columns": Wording(
        "the file has no columns `表头` and `读作`",
        "文件没有 `表头` 和 `读作` 两列",
        "let `lianggao columns --save` write one",
        "可用 `lianggao columns --save` 生成",
    ),
    "mapping-column-twice": Wording(
        "`{value}` and `{other}` both say what column `{column}` is read as",
        "`{value}` 和 `{other}` 都写了列 `{column}` 读作什么",
        "leave one of them out",
        "请去掉其中一个",
    ),
    "mapping-column-unclear": Wording(
        "`{value}` may be any of the columns {columns}",
        "`{value}` 可以是 {columns} 中的任何一列",
        "write the whole header or the column's letter",
        "请写完整的表头或列标字母",
    ),
    "mapping-column-unknown": Wording("there is no column `{value}`", "没有列 `{value}`", "{hint.en}", "{hint.zh}"),
    "mapping-target-unknown": Wording(
        "`{value}` is no header that is understood", "`{value}` 不是认得的表头", "{hint.en}", "{hint.zh}"
    ),
}
