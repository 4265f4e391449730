"""`lianggao columns`: what each column of a list is understood as, and why, before anything is screened."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lianggao.cli.options import (
    Form,
    Lang,
    LawFolder,
    List,
    MappingFile,
    Maps,
    Sheet,
    TextOrJson,
    law_of,
    mapping_of,
)
from lianggao.cli.output import print_data

if TYPE_CHECKING:
    from lianggao.intake.columns.described import DescribedBlock
    from lianggao.rulebook import Law


def columns(
    file: List,
    sheet: Sheet = None,
    maps: Maps = None,
    mapping: MappingFile = None,
    save: Annotated[
        Path | None,
        typer.Option("--save", metavar="FILE", help="把各列读作什么写成 .csv，供 --mapping 使用。", show_default=False),
    ] = None,
    form: Form = TextOrJson.text,
    lang: Annotated[Lang, typer.Option("--lang", help="栏目和消息的语言。")] = Lang.zh,
    law: LawFolder = None,
) -> None:
    """说明清单的每一列读作什么字段、什么单位、依据什么，以及没有采用的列和理由。"""
    from lianggao.cli.columns_table import tables
    from lianggao.intake import read_headers, read_list
    from lianggao.intake.columns.described import describe_columns

    rules = law_of(law)
    headers = read_headers(rules.catalogs)
    if save:
        _check_target(save, file)
    given = mapping_of(maps, mapping, rules)
    raw = read_list(file, rules.vocabulary, headers, sheet)
    blocks = describe_columns(raw, rules.vocabulary, headers, given)
    if save:
        _save(save, blocks, rules)
    notes = [note.text for note in raw.notes]
    if form is TextOrJson.json:
        data = {
            "file": raw.file,
            "sheet": raw.sheet,
            "blocks": [_block_data(block, rules) for block in blocks],
            "notes": [{"code": note.code, "text": note.text} for note in raw.notes],
        }
        print_data(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    else:
        print_data(tables(blocks, rules.vocabulary, lang.value) + "".join(f"{note}\n" for note in notes))


def _block_data(described: DescribedBlock, law: Law) -> dict[str, Any]:
    from lianggao.cli.columns_table import samples

    block = described.block
    return {
        "header_lines": [block.top, block.bottom],
        "projects": block.stop - block.first,
        "units_above": list(block.corner),
        "columns": [
            {
                "place": column.place,
                "header": column.use.header,
                "field": column.use.field,
                "label": law.vocabulary[column.use.field].label if column.use.field else "",
                "unit": column.use.unit,
                "basis": column.use.basis,
                "part": column.use.part,
                "rule": column.use.rule,
                "kind": column.use.kind,
                "why": column.use.why,
                "suggestions": list(column.use.suggestions),
                "filled": column.filled,
                "samples": samples(column),
            }
            for column in described.columns
        ],
    }


def _check_target(save: Path, file: Path) -> None:
    from lianggao.errors import Hint, InputError, fault

    if save.suffix.lower() != ".csv":
        hint = Hint("write to .csv", "请写到 .csv")
        raise InputError([fault("file-kind-unknown", value=save.name, hint=hint)])
    if save.resolve() == file.resolve():
        raise InputError([fault("output-is-input", value=save)])


def _save(path: Path, blocks: Sequence[DescribedBlock], law: Law) -> None:
    """Write the mapping file. Raises InputError: `file-not-writable`."""
    from lianggao.errors import InputError, Place, fault
    from lianggao.intake import read_headers
    from lianggao.intake.mapping import LEFT, RIGHT, mapping_rows
    from lianggao.reports.cells import as_text

    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([LEFT, RIGHT])
    rows = mapping_rows([block.report for block in blocks], law.vocabulary, read_headers(law.catalogs))
    writer.writerows([as_text(left), right] for left, right in rows)
    try:
        path.write_bytes(text.getvalue().encode("utf-8-sig"))
    except OSError as error:
        raise InputError([fault("file-not-writable", Place(str(path)), why=error.strerror or str(error))]) from error
