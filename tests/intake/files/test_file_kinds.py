"""What a file holds decides how it is read; what can't be read is called by its real name, with what to do."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from file_writers import ods_of, rows_xml, text_cell, workbook, xls_of, xlsx_of, zipped
from grids import grid_of, list_notes, refused, rows_of

from lianggao.errors import InputError
from lianggao.intake.files import read_grid

ROWS = [["项目名称", "备注"], ["甲", "乙"]]
MAKERS = {".xlsx": xlsx_of, ".xls": xls_of, ".ods": ods_of}


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize("suffix", [".xlsx", ".xls", ".ods", ".et", ".csv", ""])
def test_a_workbook_is_read_under_any_name(tmp_path: Path, kind: str, suffix: str) -> None:
    grid = grid_of(tmp_path, f"list{suffix}", MAKERS[kind](ROWS))
    assert (rows_of(grid), grid.notes) == (ROWS, ())


@pytest.mark.parametrize(("suffix", "mark"), [(".xls", "\t"), (".xlsx", ",")])
def test_a_text_table_under_the_name_of_a_workbook_is_read_and_told(tmp_path: Path, suffix: str, mark: str) -> None:
    grid = grid_of(tmp_path, f"list{suffix}", "\n".join(mark.join(row) for row in ROWS))
    assert rows_of(grid) == ROWS
    assert list_notes(grid) == [("text-as-workbook", f"文件名为 {suffix}，内容是文本表格，按文本读取")]


HTML = "<table border=1><tr><td>项目名称</td></tr></table>"
XML_2003 = (
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'
)


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("list.xls", HTML, "an HTML page"),
        ("list.xls", "\ufeff\r\n<HTML xmlns:x='urn'><head>", "an HTML page"),
        ("list.xlsx", "<!DOCTYPE html><body>", "an HTML page"),
        ("list.csv", HTML.encode("utf-16"), "an HTML page"),
        ("list.xls", "<meta http-equiv='Content-Type'>" + HTML, "an HTML page"),
        ("list.xls", XML_2003, "an XML Spreadsheet 2003"),
        ("list.xls", XML_2003.encode("utf-16"), "an XML Spreadsheet 2003"),
        ("list.xml", "<?xml version='1.0'?><a/>", "an XML file"),
        ("list.xls", "MIME-Version: 1.0\r\nContent-Type: multipart/related", "a single-file web page"),
        ("list.xls", "ID;PWXL;N;E\r\n", "a SYLK file"),
        ("list.xlsx", zipped({"xl/workbook.bin": b"x"}), "a binary workbook (.xlsb)"),
        ("list.xlsx", zipped({"Index/Document.iwa": b"x"}), "a Numbers document"),
    ],
)
def test_a_sheet_in_another_form_is_named_and_to_be_saved_again(
    tmp_path: Path, name: str, content: str | bytes, kind: str
) -> None:
    told = refused(tmp_path, name, content)
    assert told.startswith(f"{name}: must-be-resaved: the file is {kind}")
    assert told.endswith("whatever its name says; open it in WPS or Excel and save it as .xlsx")


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("list.xlsx", b"%PDF-1.7\n", "a PDF document"),
        ("list.xls", b"\x89PNG\r\n\x1a\n", "an image"),
        ("list.csv", b"\xff\xd8\xff\xe0", "an image"),
        ("list.csv", b"BM" + bytes(20), "an image"),
        ("list.csv", b"\0\0\0\x18ftypheic", "an image"),
        ("list.xlsx", b"Rar!\x1a\x07", "a compressed archive"),
        ("list.xlsx", b"7z\xbc\xaf\x27\x1c", "a compressed archive"),
        ("list.xlsx", zipped({"list.xlsx": b"x"}), "a compressed archive"),
        ("list.xlsx", zipped({"word/document.xml": b"<a/>"}), "a text document"),
        ("list.xlsx", zipped({"ppt/presentation.xml": b"<a/>"}), "a presentation"),
        ("list.xlsx", zipped({"OFD.xml": b"<a/>"}), "an OFD document"),
        ("list.xls", "{\\rtf1 }", "a rich text document"),
    ],
)
def test_what_holds_no_list_is_called_by_its_name(tmp_path: Path, name: str, content: str | bytes, kind: str) -> None:
    assert refused(tmp_path, name, content).startswith(f"{name}: other-kind: the file is {kind}")


def container_of(*names: str) -> bytes:
    """Return an old Office container whose streams have other names than a workbook's."""
    content = xls_of([["甲"]])
    for old, new in zip(["Workbook"], names, strict=False):
        entry = old.encode("utf-16-le") + bytes(64 - 2 * len(old)) + struct.pack("<H", 2 * len(old) + 2)
        assert content.count(entry) == 1
        renamed = new.encode("utf-16-le") + bytes(64 - 2 * len(new)) + struct.pack("<H", 2 * len(new) + 2)
        content = content.replace(entry, renamed)
    return content


@pytest.mark.parametrize(
    ("stream", "start"),
    [
        ("EncryptedPackage", "list.xlsx: encrypted-file: the file is protected by a password"),
        ("WordDocument", "list.xlsx: other-kind: the file is a text document (Word or WPS Writer)"),
        ("PowerPoint Document", "list.xlsx: other-kind: the file is a presentation"),
        ("VisioDocument", "list.xlsx: other-kind: the file is an Office container without a workbook"),
    ],
)
def test_an_old_container_is_known_by_its_streams(tmp_path: Path, stream: str, start: str) -> None:
    assert refused(tmp_path, "list.xlsx", container_of(stream)).startswith(start)


def test_an_archive_with_a_password_says_so(tmp_path: Path) -> None:
    content = bytearray(zipped(workbook(rows_xml(text_cell("甲")))))
    for mark, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = -1
        while (at := content.find(mark, at + 1)) >= 0:
            content[at + offset] |= 1
    assert "encrypted-file" in refused(tmp_path, "list.xlsx", bytes(content))


@pytest.mark.parametrize("name", ["list.csv", "list.xlsx", "list.xls", "list.ods", "list.json", "list.pdf"])
def test_empty_and_zeroed_files_say_so(tmp_path: Path, name: str) -> None:
    assert refused(tmp_path, name, b"").startswith(f"{name}: file-empty: the file has no content")
    assert refused(tmp_path, name, bytes(20_000)).startswith(f"{name}: file-zeroed: ")


@pytest.mark.parametrize("suffix", [".xlsx", ".xls", ".ods"])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_cut_workbook_says_so(tmp_path: Path, suffix: str, share: float) -> None:
    content = MAKERS[suffix]([["甲" * 20, str(at)] for at in range(300)])
    assert "broken-workbook" in refused(tmp_path, f"list{suffix}", content[: int(len(content) * share)])


@pytest.mark.parametrize("part", ["workbook.xml", "worksheets/sheet1.xml", "styles.xml", "sharedStrings.xml"])
def test_a_workbook_with_a_damaged_part_is_refused(tmp_path: Path, part: str) -> None:
    members = {**workbook(rows_xml(text_cell("甲"))), f"xl/{part}": "<a><b></a>"}
    assert refused(tmp_path, "list.xlsx", zipped(members)).startswith("list.xlsx: broken-workbook: ")


def test_text_under_an_unknown_name_is_not_taken_for_a_list(tmp_path: Path) -> None:
    assert refused(tmp_path, "list.et", "x").startswith(
        "list.et: file-kind-unknown: `.et` is not a kind of file that can be used here; give the list as .xlsx"
    )


def test_a_missing_file_and_a_folder_are_no_files(tmp_path: Path) -> None:
    for name in ("none.csv", ""):
        with pytest.raises(InputError, match="file-missing"):
            read_grid(tmp_path / name)
