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
}
