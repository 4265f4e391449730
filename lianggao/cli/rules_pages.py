"""`lianggao rules questions` and `rules items`: pages made from the law, as Markdown on standard output."""

from __future__ import annotations

import sys

from lianggao.cli.options import LawFolder, law_of


def print_questions(law: LawFolder = None) -> int:
    """输出待定问题一览：问题、这里的决定、理由和偏向。"""
    from lianggao.audit.questions import questions_page

    sys.stdout.write(questions_page(law_of(law)))
    return 0


def print_items(law: LawFolder = None) -> int:
    """输出目录细分行业的识别：产品工艺、代码和词语。"""
    from lianggao.audit.items import items_page

    sys.stdout.write(items_page(law_of(law)))
    return 0
