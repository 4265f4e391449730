"""Files made to exhaust a reader: bombs, lies about sizes, damage. Each is small or quickly made."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import Any

from file_writers import ods_members, rows_xml, text_cell, workbook, xls_of, zipped

MB = 2**20
BOMB = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + at)} "{f"&{chr(97 + at)};" * 10}">' for at in range(9))
    + "]>"
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'

SPANNING = '<table:table-cell table:number-columns-spanned="2"/>'

Made = Callable[[], bytes]


def _sheet(xml: str, **options: str) -> bytes:
    return zipped(workbook(xml, **options))


def _table(rows: str) -> bytes:
    return zipped(ods_members(f'<table:table table:name="表">{rows}</table:table>'))


def _changed(member: str, change: Callable[[str], str]) -> bytes:
    members = workbook(rows_xml(text_cell("项目名称"), text_cell("甲")))
    members[member] = change(str(members[member]))
    return zipped(members)


def _cell(name: str) -> str:
    number = name.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return f'<sheetData><row r="{number}"><c r="{name}"><v>1</v></c></row></sheetData>'


def _lying(shown: int) -> bytes:
    """Return an archive whose sheet is said to be of another size than it is."""
    content = bytearray(_sheet(rows_xml(*[text_cell("甲" * 50)] * 1000)))
    name = b"xl/worksheets/sheet1.xml"
    local, central = content.index(name) - 30, content.rindex(name) - 46
    struct.pack_into("<I", content, local + 22, shown)
    struct.pack_into("<I", content, central + 24, shown)
    return bytes(content)


def _overlapping() -> bytes:
    """Return an archive in which a thousand members share one body."""
    body = zlib.compress(b" " * 10 * MB, 9)[2:-4]
    local = struct.pack("<4sHHHHHIIIHH", b"PK\3\4", 20, 0, 8, 0, 0, 0, len(body), 10 * MB, 1, 0) + b"a" + body
    central = b"".join(
        struct.pack(
            "<4sHHHHHHIIIHHHHHII", b"PK\1\2", 20, 20, 0, 8, 0, 0, 0, len(body), 10 * MB, len(name), 0, 0, 0, 0, 0, 0
        )
        + name
        for name in [b"xl/workbook.xml", *(b"%d" % at for at in range(1000))]
    )
    return local + central + struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, 1001, 1001, len(central), len(local), 0)


def _directory_of(entries: int) -> bytes:
    """Return an archive that is nothing but a directory."""
    entry = struct.pack("<4sHHHHHHIIIHHHHHII", b"PK\1\2", 20, 20, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"a"
    central = b"PK\3\4" + entry * entries
    return central + struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, len(central) - 4, 4, 0)


def _biff(*records: tuple[int, bytes]) -> bytes:
    """Return a stream of records without its container, which readers accept too."""
    start = struct.pack("<HHHHHHII", 0x0809, 16, 0x0600, 5, 0x0DBB, 0x07CC, 0, 0)
    return start + b"".join(struct.pack("<HH", code, len(data)) + data for code, data in records)


def _full_xls() -> bytes:
    """Return a sheet with two million numbers."""
    row = b"".join(struct.pack("<HI", 15, 0x3FF00000) for _ in range(256))
    return _biff(*((0x00BD, struct.pack("<HH", at % 65536, 0) + row + struct.pack("<H", 255)) for at in range(8000)))


BIG_FILES: dict[str, Made] = {
    "one-line.csv": lambda: b"a" * 100 * MB,
    "one-quote.csv": lambda: b'"' + b"a,b\n" * MB,
    "quotes.csv": lambda: b'"' * 10 * MB,
    "commas.csv": lambda: b"," * 10 * MB,
    "newlines.csv": lambda: b"\n" * 3 * MB,
    "short-lines.csv": lambda: b"a\n" * 3 * MB,
    "wide-and-long.csv": lambda: b"a\n" * MB + b"a," * 499 + b"a\n",
    "gb-line.csv": lambda: "甲".encode("gb18030") * 10 * MB,
    "zeros-after-text.csv": lambda: b"a,b\n" + b"\0" * 10 * MB,
    "zeros.xlsx": lambda: b"\0" * MB,
    "arrays.json": lambda: b"[" + b"[]," * 3 * MB + b"[]]",
    "commas.json": lambda: b'[{"a":[' + b"1," * 10 * MB + b"1]}]",
    "long-text.json": lambda: b'[{"a":"' + b"a" * 20 * MB + b'"}]',
    "brackets.json": lambda: b"[" * 100_000,
    "objects.json": lambda: b'{"a":' * 100_000,
    "keys.json": lambda: ("[" + ",".join(f'{{"k{at}":1}}' for at in range(100_000)) + "]").encode(),
    "wide-and-long.jsonl": lambda: (
        b'{"a":1}\n' * 100_000 + str({f"k{at}": 1 for at in range(490)}).replace("'", '"').encode()
    ),
    "numbers.jsonl": lambda: b'{"a":' + b"9" * 2 * MB + b"}",
    "same-key.json": lambda: ("[{" + ",".join(f'"k{at}":1' for at in range(100_000)) + ',"k99999":1}]').encode(),
}

WORKBOOKS: dict[str, Made] = {
    "far-cell.xlsx": lambda: _sheet(_cell("XFD1048576")),
    "far-row.xlsx": lambda: _sheet(_cell("AZ200000")),
    "row-of-digits.xlsx": lambda: _sheet('<sheetData><row r="' + "9" * 10_000 + '"><c><v>1</v></c></row></sheetData>'),
    "sparse.xlsx": lambda: _sheet(
        "<sheetData>" + "".join(f'<row r="{at}"><c><v>1</v></c></row>' for at in range(1, 100_000)) + _wide_row()
    ),
    "entities.xlsx": lambda: _changed("xl/worksheets/sheet1.xml", lambda xml: BOMB + xml),
    "entities-in-strings.xlsx": lambda: _changed("xl/sharedStrings.xml", lambda xml: BOMB + xml),
    "entities-in-relations.xlsx": lambda: _changed("xl/_rels/workbook.xml.rels", lambda xml: BOMB + xml),
    "entities-in-styles.xlsx": lambda: _changed("xl/styles.xml", lambda xml: BOMB + xml),
    "outside.xlsx": lambda: _changed("xl/workbook.xml", lambda xml: OUTSIDE + xml),
    "deep.xlsx": lambda: _sheet("<a>" * 3 * MB),
    "long-tag.xlsx": lambda: _sheet("<sheetData a='" + "x" * 9 * MB + "'/>"),
    "comment.xlsx": lambda: _sheet("<!--" + "x" * 9 * MB + "-->"),
    "one-row.xlsx": lambda: _sheet("<sheetData><row>" + "<c/>" * 2 * MB + "<c><v>1</v></c></row></sheetData>"),
    "filled-row.xlsx": lambda: _sheet("<sheetData><row>" + "<c><v>1</v></c>" * (MB // 2) + "</row></sheetData>"),
    "blank-sheets.xlsx": lambda: zipped(workbook(*["<sheetData>" + "<row><c/></row>" * 500_000 + "</sheetData>"] * 20)),
    "hidden.xlsx": lambda: _sheet('<col min="1" max="16384" hidden="1"/>' * 250_000 + rows_xml(text_cell("甲"))),
    "spaces.xlsx": lambda: _sheet(" " * 60 * MB),
    "strings.xlsx": lambda: _sheet(rows_xml(text_cell("甲")), strings="<si/>" * 10_000_000),
    "strings-stored.xlsx": lambda: zipped(
        workbook(rows_xml(text_cell("甲")), strings="<si/>" * 1_100_000), zipfile.ZIP_STORED
    ),
    "merges.xlsx": lambda: _sheet(rows_xml(text_cell("甲")) + '<mergeCell ref="A1:B1"/>' * 400_000),
    "styles.xlsx": lambda: _sheet(rows_xml(text_cell("甲")), styles="<cellXfs>" + "<xf/>" * 1_800_000 + "</cellXfs>"),
    "formulas.xlsx": lambda: _sheet("<sheetData>" + "<row><c><f/></c></row>" * 400_000 + "</sheetData>"),
    "long-cell.xlsx": lambda: _sheet(rows_xml(text_cell("x" * 9 * MB))),
    "members.xlsx": lambda: zipped(workbook("", more={f"x{at}": b"" for at in range(5000)})),
    "directory.xlsx": lambda: _directory_of(700_000),
    "overlapping.xlsx": _overlapping,
    "lying-small.xlsx": lambda: _lying(10),
    "lying-large.xlsx": lambda: _lying(2**32 - 2),
    "bzip2.xlsx": lambda: zipped(workbook(" " * 9 * MB), zipfile.ZIP_BZIP2),
    "lzma.xlsx": lambda: zipped(workbook(" " * 9 * MB), zipfile.ZIP_LZMA),
    "paths.xlsx": lambda: zipped({**workbook("<sheetData/>"), "../../../../tmp/x": b"x", "/etc/passwd": b"x"}),
    "cut.xlsx": lambda: _sheet(rows_xml(text_cell("甲")))[:900],
    "rows.ods": lambda: _table(
        '<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="string">'
        "<text:p>甲</text:p></table:table-cell></table:table-row>"
    ),
    "cells.ods": lambda: _table(
        '<table:table-row><table:table-cell table:number-columns-repeated="16384" office:value-type="string">'
        "<text:p>甲</text:p></table:table-cell></table:table-row>"
    ),
    "block.ods": lambda: _table(
        '<table:table-row table:number-rows-repeated="99999"><table:table-cell table:number-columns-repeated="499" '
        'office:value-type="string"><text:p>甲</text:p></table:table-cell></table:table-row>'
    ),
    "spaces.ods": lambda: _table(
        '<table:table-row><table:table-cell><text:p>甲<text:s text:c="999999999"/></text:p></table:table-cell>'
        "</table:table-row>"
    ),
    "many-spaces.ods": lambda: _table(
        "<table:table-row><table:table-cell><text:p>甲" + '<text:s text:c="999999"/>' * 1000 + "</text:p>"
        "</table:table-cell></table:table-row>"
    ),
    "spans.ods": lambda: _table(
        "<table:table-row><table:table-cell><text:p>甲</text:p></table:table-cell></table:table-row>"
        + f"<table:table-row>{SPANNING * 300_000}</table:table-row>"
    ),
    "hidden.ods": lambda: _table(
        '<table:table-column table:visibility="collapse" table:number-columns-repeated="99999999"/>' * 1000
        + '<table:table-row table:visibility="collapse" table:number-rows-repeated="99999999"/>' * 1000
        + "<table:table-row><table:table-cell><text:p>甲</text:p></table:table-cell></table:table-row>"
    ),
    "entities.ods": lambda: zipped({**ods_members(""), "content.xml": BOMB + "<a>&j;</a>"}),
    "full.xls": _full_xls,
    "cut.xls": lambda: xls_of([["甲" * 200]] * 200)[:9000],
    "styles.xls": lambda: _biff(*[(0x00E0, bytes(20))] * 200_000),
    "columns.xls": lambda: _biff(*[(0x007D, struct.pack("<HHHHH", 0, 255, 0, 0, 0))] * 200_000),
    "records.xls": lambda: _biff() + bytes(4 * MB),
    "strings.xls": lambda: _biff((0x00FC, struct.pack("<ii", 2**31 - 1, 2**31 - 1) + b"\2\0\0ab" * 1600)),
    "blanks.xls": lambda: xls_of([["甲"]], _blanks),
    "sectors.xls": lambda: _looped(),
}


def _wide_row() -> str:
    return '<row r="100000">' + "<c><v>1</v></c>" * 500 + "</row></sheetData>"


def _blanks(_: object, sheet: Any) -> None:
    for at in range(1, 20_000):
        sheet.row(at).set_cell_mulblanks(0, 255)


def _looped() -> bytes:
    """Return a container whose directory is its own next entry."""
    content = bytearray(xls_of([["甲"]]))
    first = struct.unpack_from("<i", content, 48)[0]
    struct.pack_into("<iii", content, 512 + first * 512 + 128 + 68, 1, 1, 1)
    return bytes(content)


def all_files() -> dict[str, Made]:
    """Return every hostile file's name and what makes it."""
    return {**WORKBOOKS, **BIG_FILES}
