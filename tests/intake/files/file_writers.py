"""Write files by hand, byte by byte where need be, so that each test says what is in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape

import xlwt
from openpyxl import Workbook

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
ODS_MIME = "application/vnd.oasis.opendocument.spreadsheet"
ODF = "urn:oasis:names:tc:opendocument:xmlns"


def zipped(members: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return an archive."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return held.getvalue()


def unzipped(content: bytes) -> dict[str, bytes]:
    """Return an archive's members."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def workbook(
    *sheets: str,
    states: Sequence[str] = (),
    names: Sequence[str] = (),
    strings: str = "",
    styles: str = "",
    more: Mapping[str, str | bytes] | None = None,
) -> dict[str, str | bytes]:
    """Return the members of a smallest .xlsx; each sheet is what stands within `worksheet`."""
    listed, related, members = "", "", dict[str, str | bytes]()
    for at, xml in enumerate(sheets):
        name = names[at] if names else f"表{at + 1}"
        state = f' state="{states[at]}"' if states else ""
        listed += f'<sheet name="{escape(name)}" sheetId="{at + 1}" r:id="rId{at + 1}"{state}/>'
        related += (
            f'<Relationship Id="rId{at + 1}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{at + 1}.xml"/>'
        )
        members[f"xl/worksheets/sheet{at + 1}.xml"] = f'<worksheet xmlns="{MAIN}">{xml}</worksheet>'
    related += f'<Relationship Id="s" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>'
    related += f'<Relationship Id="t" Type="{RELATIONS}/styles" Target="styles.xml"/>'
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{related}</Relationships>',
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{strings}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>',
        **members,
        **(more or {}),
    }


def rows_xml(*rows: str) -> str:
    """Return a sheet's data; each row is what stands within `row`."""
    return "<sheetData>" + "".join(f"<row>{row}</row>" for row in rows) + "</sheetData>"


def text_cell(text: str) -> str:
    """Return a cell that holds its text itself."""
    return f'<c t="inlineStr"><is><t>{escape(text)}</t></is></c>'


def xlsx_of(rows: Sequence[Sequence[Any]], change: Callable[[Workbook], None] | None = None) -> bytes:
    """Return a workbook as the common library writes it."""
    book, held = Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    sheet.title = "清单"
    for row in rows:
        sheet.append(list(row))
    if change:
        change(book)
    book.save(held)
    book.close()
    return held.getvalue()


def xls_of(rows: Sequence[Sequence[Any]], change: Callable[[xlwt.Workbook, Any], None] | None = None) -> bytes:
    """Return an .xls workbook; blank texts are not written."""
    book, held = xlwt.Workbook(encoding="utf-8"), io.BytesIO()
    sheet = book.add_sheet("清单")
    for at, row in enumerate(rows):
        for column, value in enumerate(row):
            if value not in ("", None):
                sheet.write(at, column, value)
    if change:
        change(book, sheet)
    book.save(held)
    return held.getvalue()


def ods_members(tables: str, before: str = "") -> dict[str, str | bytes]:
    """Return the members of a smallest .ods; `tables` is what stands within the body, `before` the styles."""
    spaces = " ".join(f'xmlns:{name}="{ODF}:{name}:1.0"' for name in ("office", "table", "text", "style", "drawing"))
    body = f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    return {
        "mimetype": ODS_MIME,
        "content.xml": f"<office:document-content {spaces}>{before}{body}</office:document-content>",
    }


def ods_of(rows: Sequence[Sequence[str]]) -> bytes:
    """Return an .ods workbook of texts, written as the format's standard asks."""
    return zipped(ods_members(f'<table:table table:name="清单">{"".join(map(_ods_row, rows))}</table:table>'))


def _ods_row(row: Sequence[str]) -> str:
    cells = (
        '<table:table-cell office:value-type="string">'
        + "".join(f"<text:p>{_ods_text(line)}</text:p>" for line in cell.split("\n"))
        + "</table:table-cell>"
        if cell
        else "<table:table-cell/>"
        for cell in row
    )
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def _ods_text(line: str) -> str:
    return escape(line).replace("\t", "<text:tab/>").replace(" ", "<text:s/>")
