"""The command `lianggao`: gathers the verbs, and turns whatever goes wrong into one line and an exit code.

Exit codes, the same for every verb: 0 done; 1 could not do the job; 2 rule or catalog files invalid; 3 done, and what
was asked about is there; 4 done, but something asked about could not be decided.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from lianggao.cli.collecting import collect_seldom
from lianggao.cli.columns import columns
from lianggao.cli.explain import explain
from lianggao.cli.follow import follow
from lianggao.cli.output import quiet_stdout, use_utf8
from lianggao.cli.rules import rules
from lianggao.cli.screen import screen
from lianggao.cli.template import template
from lianggao.errors import EngineError, LianggaoError
from lianggao.version import __version__

# The common base of all complaints about a command line; where it lives differs between releases of typer.
_UsageFault: type[Exception] = typer.BadParameter.__mro__[2]
# What newer releases of typer turn an interrupt into.
_INTERRUPTED = 130
FAILED = 1

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="按河南省“两高”项目规则筛查项目清单，逐项给出判定、依据、缺少的信息和须会审的部门。",
    epilog="退出码：0 完成；1 未能完成；2 规则或目录文件有误；3 完成且有所问的结果；4 完成但所问的结果有未能判定的。",
)
app.command(no_args_is_help=True)(screen)
app.command(no_args_is_help=True)(columns)
app.command(no_args_is_help=True)(explain)
app.command(no_args_is_help=True)(follow)
app.command(no_args_is_help=True)(template)
app.add_typer(rules)


def _version(asked: bool) -> None:
    if asked:
        print(f"lianggao {__version__}")
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="显示版本。")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="出现程序错误时显示全部细节。")] = False,
) -> None:
    pass


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code. `--debug` may stand anywhere."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    lang, debug = _lang(given), "--debug" in given
    use_utf8()
    collect_seldom()
    try:
        code = _run([word for word in given if word != "--debug"], lang)
        sys.stdout.flush()
    except BrokenPipeError:
        quiet_stdout()
        return 0
    except KeyboardInterrupt:
        print("已中止" if lang == "zh" else "interrupted", file=sys.stderr)
        return FAILED
    except Exception as error:
        if debug:
            traceback.print_exc()
        what = " ".join(str(error).split()) or "no message"
        print(f"lianggao: bug: {type(error).__name__}: {what}", file=sys.stderr)
        return FAILED
    return code


def _run(words: list[str], lang: str) -> int:
    try:
        done: Any = app(words, prog_name="lianggao", standalone_mode=False)
    except LianggaoError as error:
        print(error.render(lang), file=sys.stderr)
        if isinstance(error, EngineError) and error.detail:
            print(error.detail, file=sys.stderr)
        return error.exit_code
    except (typer.Abort, SystemExit):
        return FAILED
    except _UsageFault as error:
        print(_complaint(error, lang), file=sys.stderr)
        return FAILED
    if done == _INTERRUPTED:
        raise KeyboardInterrupt
    return done if isinstance(done, int) else 0


def _complaint(error: Any, lang: str) -> str:
    """Return one line; where nothing at all was asked, the help."""
    message = error.format_message().strip()
    context = getattr(error, "ctx", None)
    if type(error).__name__ == "NoArgsIsHelpError" and context is not None:
        return str(context.get_help())
    command = context.command_path if context is not None else "lianggao"
    line = " ".join(message.split())
    hint = f"见 {command} --help" if lang == "zh" else f"see {command} --help"
    return f"usage: {line}; {hint}" if lang == "en" else f"用法有误：{line}；{hint}"


def _lang(words: Sequence[str]) -> str:
    for at, word in enumerate(words):
        if word == "--lang=en" or (word == "--lang" and list(words[at + 1 : at + 2]) == ["en"]):
            return "en"
    return "zh"


if __name__ == "__main__":
    sys.exit(main())
