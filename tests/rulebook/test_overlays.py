"""Overlays: what a folder laid over the law replaces, adds and leaves alone, and what is refused in one."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest
from building import outcomes, screen_one

from lianggao.errors import LawError
from lianggao.rulebook import Law, load_law, load_rulebook
from lianggao.rulebook.home import shipped_law

CARVE_OUT = "rules/henan-catalog-2021/definitions/retrofit-carve-out.yaml"
CITIES = "catalogs/regions/cities.added.csv"
LIME = {"activity": "lime", "county": "411081", "construction_nature": "new_build"}


def overlay(at: Path, files: dict[str, str] | None = None, over: str = "") -> Path:
    """Write an overlay; its id is the folder's name."""
    more = f"over: {over}\n" if over else ""
    for name, text in {"overlay.yaml": f"id: {at.name}\ntitle: 叠加{at.name}\n{more}", **(files or {})}.items():
        (at / name).parent.mkdir(parents=True, exist_ok=True)
        (at / name).write_text(text, encoding="utf-8")
    return at


def shipped(path: str) -> str:
    return (shipped_law() / path).read_text(encoding="utf-8")


def line(tce: int) -> dict[str, str]:
    """Return the file of the second class with another lower line."""
    path = "rules/henan-catalog-2021/definitions/class-two-scope.yaml"
    assert "at_least: 10000" in shipped(path)
    return {path: shipped(path).replace("at_least: 10000", f"at_least: {tce}")}


def messages(folder: Path) -> list[str]:
    with pytest.raises(LawError) as caught:
        load_law(folder)
    return caught.value.render().splitlines()


def judged(law: Law, tce: float) -> set[str]:
    return outcomes(screen_one(law, {**LIME, "energy_equivalent_tce": tce}))


def test_a_file_of_the_same_path_replaces_the_one_beneath_and_all_others_stay(tmp_path: Path, law: Law) -> None:
    laid = load_law(overlay(tmp_path / "my-city", line(8000)))
    assert (judged(law, 8000), judged(laid, 8000), judged(laid, 7999.99)) == (
        {"not_listed"},
        {"class_2"},
        {"not_listed"},
    )
    assert [rule.id for rule in laid.rules] == [rule.id for rule in law.rules]
    assert {id for id in law.definitions if law.definitions[id] != laid.definitions[id]} == {
        "henan-catalog-2021/class-two-scope"
    }


def test_files_of_an_overlay_are_called_by_its_folder_and_those_beneath_as_ever(tmp_path: Path) -> None:
    path = "rules/henan-catalog-2021/class-one.yaml"
    laid = load_law(overlay(tmp_path / "my-city", {path: shipped(path)}))
    files = {rule.id: rule.file for rule in laid.rules}
    assert files["henan-catalog-2021/class-one"] == f"my-city/{path}"
    assert files["henan-catalog-2021/class-two"] == "rules/henan-catalog-2021/class-two.yaml"


def test_an_overlay_lies_over_what_it_names_and_over_the_shipped_law_without_a_name(tmp_path: Path) -> None:
    overlay(tmp_path / "province", line(8000))
    above = overlay(tmp_path / "city", {CARVE_OUT: shipped(CARVE_OUT)}, over="../province")
    laid = load_law(above)
    assert judged(laid, 8000) == {"class_2"}
    assert [o.id for o in laid.overlays] == ["province", "city"]
    overlay(above, line(9000), over="../province")
    assert judged(load_law(above), 8000) == {"not_listed"}


def test_a_whole_law_may_lie_beneath(folder: Path) -> None:
    (folder / "rules/henan-catalog-2021/class-two.yaml").unlink()
    laid = load_law(overlay(folder / "my-city", over=".."))
    assert judged(laid, 20000) == {"not_listed"}
    assert laid.name == f"{folder / 'my-city' / '..'}+my-city"


def test_a_loop_is_told_where_it_closes(tmp_path: Path) -> None:
    overlay(tmp_path / "one", over="../two")
    overlay(tmp_path / "two", over="../one")
    assert messages(tmp_path / "one") == [
        "one/overlay.yaml:3:7: overlay-loop: overlay `one` lies over itself; break the circle"
    ]
    assert messages(overlay(tmp_path / "self", over="."))[0].startswith("self/overlay.yaml:3:7: overlay-loop: ")


def test_what_is_named_and_not_there_is_told_at_its_place(tmp_path: Path) -> None:
    told = messages(overlay(tmp_path / "my-city", over="../no-such"))
    assert len(told) == 2
    assert all(m.startswith("my-city/overlay.yaml:3:7: folder-missing: ") for m in told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("id: my-city\n", "my-city/overlay.yaml:1:1: missing-key: key `title` is missing; add it"),
        ("id: My City\ntitle: a\n", "my-city/overlay.yaml:1:5: wrong-value: `My City` is refused: "),
        ("id: a\ntitle: a\nunder: b\n", "my-city/overlay.yaml:3:1: unknown-key: key `under` is unknown here; "),
        ("", "my-city/overlay.yaml:1:1: wrong-value: "),
    ],
)
def test_an_overlay_file_with_a_mistake_is_told_by_its_place(tmp_path: Path, text: str, told: str) -> None:
    assert messages(overlay(tmp_path / "my-city", {"overlay.yaml": text}))[0].startswith(told)


def test_a_mistake_is_told_in_the_file_of_the_layer_that_makes_it(tmp_path: Path) -> None:
    path = "rules/henan-catalog-2021/class-one.yaml"
    at = overlay(tmp_path / "my-city", {path: shipped(path).replace("outcome: class_1", "outcome: class_9")})
    (told,) = messages(at)
    assert told.startswith(f"my-city/{path}:9:12: unknown-outcome: ")
    # The file beneath is in order; a mistake in it would not count while another replaces it.
    mended = overlay(tmp_path / "above", {path: shipped(path)}, over="../my-city")
    load_law(mended)


def test_name_fingerprint_and_stamp_tell_one_law_from_another(tmp_path: Path, law: Law) -> None:
    laid = load_law(overlay(tmp_path / "my-city", line(8000)))
    assert (law.name, law.overlays) == ("lianggao", ())
    assert laid.name == "lianggao+my-city"
    assert laid.digest not in (law.digest, load_law(overlay(tmp_path / "my-city", line(9000))).digest)
    stamp = screen_one(laid, LIME).stamp
    assert stamp.rulebook == f"lianggao+my-city#{laid.digest[:12]}"
    assert (stamp.law_sha256, stamp.overlays) == (laid.digest, ("my-city 叠加my-city",))
    assert screen_one(law, LIME).stamp.overlays == ()


def test_the_fingerprint_does_not_depend_on_where_the_folders_lie(tmp_path: Path) -> None:
    first = load_law(overlay(tmp_path / "a" / "my-city", line(8000)))
    second = load_law(overlay(tmp_path / "b" / "my-city", line(8000)))
    assert first.digest == second.digest


def test_an_overlay_that_changes_nothing_judges_as_the_law_beneath(tmp_path: Path, law: Law) -> None:
    path = "rules/gates/catalog.yaml"
    laid = load_law(overlay(tmp_path / "my-city", {path: shipped(path), **line(10000)}))
    ours, theirs = (load_rulebook("2022-06-30", one) for one in (laid, law))
    assert ours.conditions == theirs.conditions
    assert laid.catalogs.tables == law.catalogs.tables


def test_files_beside_rules_and_catalogs_are_not_part_of_the_law(tmp_path: Path) -> None:
    laid = load_law(overlay(tmp_path / "my-city"))
    more = load_law(overlay(tmp_path / "my-city", {"tests/a.cases.yaml": "no: law", "README.md": "text"}))
    assert laid.digest == more.digest


def test_added_rows_follow_those_beneath_and_columns_left_out_are_blank(tmp_path: Path, law: Law) -> None:
    files = {"catalogs/regions/aliases.added.csv": "alias,county\n示例产业园,411081\n"}
    laid = load_law(overlay(tmp_path / "my-city", files))
    beneath, rows = law.catalogs.rows("regions/aliases"), laid.catalogs.rows("regions/aliases")
    assert rows == [*beneath, {"alias": "示例产业园", "county": "411081", "kind": "", "note": ""}]
    assert str(laid.catalogs.places["regions/aliases"][-1]) == "my-city/catalogs/regions/aliases.added.csv:2:1"
    assert len(law.catalogs.rows("regions/aliases")) == len(beneath)  # the law beneath has not grown


def test_a_key_that_is_there_already_is_refused_and_both_places_are_named(tmp_path: Path) -> None:
    text = "city,label,code\nxuchang,新许昌,\nnew_one,新市,\nnew_one,另市,\n"
    told = messages(overlay(tmp_path / "my-city", {CITIES: text}))
    at = 1 + [row[0] for row in csv.reader(shipped("catalogs/regions/cities.csv").splitlines())].index("xuchang")
    assert told == [
        f"my-city/{CITIES}:2:1: row-already-there: row `xuchang` already stands at catalogs/regions/cities.csv:{at}:1; "
        "leave it out, or replace the whole table by a file of its name",
        f"my-city/{CITIES}:4:1: row-already-there: row `new_one` already stands at my-city/{CITIES}:3:1; "
        "leave it out, or replace the whole table by a file of its name",
    ]


def test_where_the_first_column_is_no_key_only_the_same_row_again_is_refused(tmp_path: Path) -> None:
    path = "catalogs/vocabulary/enumerations.added.csv"
    text = "domain,value,label,written_as\nprovince,hubei,湖北省,\nprovince,other,河南省外,\n"
    (told,) = messages(overlay(tmp_path / "my-city", {path: text}))
    assert told.startswith(f"my-city/{path}:3:1: row-already-there: row `province` already stands at catalogs/")
    load_law(overlay(tmp_path / "my-city", {path: text.rsplit("province,other", 1)[0]}))


@pytest.mark.parametrize(
    ("path", "text", "told"),
    [
        (
            CITIES,
            "city,lable\na,b\n",
            f"{CITIES}:1:1: column-unknown: the table beneath has no column `lable`; did you",
        ),
        (CITIES, "label,code\na,b\n", f"{CITIES}:1:1: column-missing: column `city` is missing; add it"),
        (CITIES, "city,label\na,b,c\n", f"{CITIES}:2:1: not-a-table: "),
        ("catalogs/regions/citys.added.csv", "a\n", "catalogs/regions/citys.added.csv:1:1: unknown-catalog: "),
        ("catalogs/my-list/items.csv", "a\n1\n", "catalogs/my-list/items.csv:1:1: missing-key: key `source.yaml`"),
    ],
)
def test_a_table_with_a_mistake_is_told_by_its_place(tmp_path: Path, path: str, text: str, told: str) -> None:
    assert messages(overlay(tmp_path / "my-city", {path: text}))[0].startswith(f"my-city/{told}")


def test_a_stranger_in_an_added_row_is_told_at_that_row(tmp_path: Path) -> None:
    path = "catalogs/henan-catalog-2021/items.added.csv"
    (told,) = messages(overlay(tmp_path / "my-city", {path: "no,item,activity\n23,测试,limee\n"}))
    assert told.startswith(f"my-city/{path}:2:1: stranger-in-enum: `limee` is not a value of `activity`")


def test_a_table_replaced_above_loses_the_rows_added_below(tmp_path: Path) -> None:
    table = "catalogs/xuchang-industries/industries"
    header = shipped(f"{table}.csv").splitlines()[0]
    overlay(tmp_path / "province", {f"{table}.added.csv": f"{header.split(',')[0]}\nadded_below\n"})
    above = {f"{table}.csv": shipped(f"{table}.csv"), f"{table}.added.csv": f"{header.split(',')[0]}\nadded_above\n"}
    laid = load_law(overlay(tmp_path / "city", above, over="../province"))
    keys = [next(iter(row.values())) for row in laid.catalogs.rows("xuchang-industries/industries")]
    assert "added_above" in keys
    assert "added_below" not in keys


def flat(layers: list[Path], at: Path) -> Path:
    """Lay the files of layers together by hand: copy one over the other, and write added rows behind the others."""
    for layer in layers:
        for path in sorted(p for part in ("rules", "catalogs") for p in (layer / part).rglob("*") if p.is_file()):
            to = at / path.relative_to(layer)
            to.parent.mkdir(parents=True, exist_ok=True)
            if not path.name.endswith(".added.csv"):
                shutil.copy(path, to)
                continue
            table = to.with_name(path.name.replace(".added", ""))
            header = next(csv.reader(table.read_text(encoding="utf-8").splitlines()))
            with table.open("a", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, header, restval="", lineterminator="\n")
                writer.writerows(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
    return at


@pytest.mark.parametrize("province", ["jiangxi", "shandong"])
def test_an_overlay_is_the_law_that_its_files_make_when_laid_together_by_hand(tmp_path: Path, province: str) -> None:
    at = Path(__file__).parents[2] / "examples" / "provinces" / province
    laid, whole = load_law(at), load_law(flat([shipped_law(), at], tmp_path / "flat"))
    assert laid.catalogs.tables == whole.catalogs.tables
    assert laid.catalogs.sources == whole.catalogs.sources
    assert (laid.sources, laid.gates, laid.questions) == (whole.sources, whole.gates, whole.questions)
    for day in ("2021-12-31", "2022-06-30", "2023-06-30", "2024-06-30"):
        assert load_rulebook(day, laid).conditions == load_rulebook(day, whole).conditions
