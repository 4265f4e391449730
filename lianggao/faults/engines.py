"""Messages about the engines."""

from lianggao.faults.wording import Wording, Wordings

WORDINGS: Wordings = {
    "engine-missing": Wording(
        "the engine durable-rules can't be used: {why}",
        "不能使用 durable-rules 引擎：{why}",
        "install `lianggao[durable]` with a C compiler, on Python 3.11 or 3.12",
        "请在 Python 3.11 或 3.12 上、有 C 编译器时安装 `lianggao[durable]`",
    ),
    "spark-missing": Wording(
        "no use of Spark: {what}", "不能使用 Spark：{what}", "install `lianggao[spark]`", "请安装 `lianggao[spark]`"
    ),
    "spark-versions-differ": Wording(
        "the driver asks by `{value}` and a worker has `{other}`",
        "驱动程序用的是 `{value}`，工作节点上是 `{other}`",
        "install the same version of lianggao everywhere",
        "请在各处安装同一版本的 lianggao",
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
}
