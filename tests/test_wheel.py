"""The built wheel, installed in an empty environment, screens the example: rules and catalogs travel inside it."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(ROOT))
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "env", with_pip=True)
    python = folder / "env" / "bin" / "python"
    run(str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(wheel))
    return python


def run(*command: str, cwd: Path | None = None, path: str = "") -> str:
    env = {**os.environ, "PYTHONPATH": path} if path else None
    done = subprocess.run(command, capture_output=True, text=True, cwd=cwd, env=env, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_wheel_screens_the_example(installed: Path, tmp_path: Path) -> None:
    example = ROOT / "examples" / "projects.csv"
    tool = installed.parent / "lianggao"
    run(str(tool), "screen", str(example), "--as-of", "2022-06-30", "--lang", "en", "-o", "out.csv", cwd=tmp_path)
    code = (
        "import pandas, lianggao; from pathlib import Path\n"
        "assert (Path(lianggao.__file__).parent / '_law' / 'rules').is_dir()\n"
        "frame = pandas.read_csv('out.csv', encoding='utf-8-sig')\n"
        "print(len(frame), sorted(set(frame['determination'])))"
    )
    rows = len(example.read_text(encoding="utf-8-sig").splitlines()) - 1
    assert run(str(installed), "-c", code, cwd=tmp_path).startswith(f"{rows} ")


def test_import_takes_no_heavy_part_before_it_is_used(installed: Path, tmp_path: Path) -> None:
    code = "import sys, lianggao; print([m for m in ('pandas', 'openpyxl', 'typer', 'pydantic') if m in sys.modules])"
    assert run(str(installed), "-c", code, cwd=tmp_path).strip() == "[]"


def test_case_files_are_tests_where_there_is_pytest_and_run_where_there_is_none(
    installed: Path, tmp_path: Path
) -> None:
    code = (
        "from importlib.metadata import entry_points\n"
        "from importlib.util import find_spec\n"
        "print([point.value for point in entry_points(group='pytest11')], find_spec('pytest'))"
    )
    assert run(str(installed), "-c", code, cwd=tmp_path).strip() == "['lianggao.audit.plugin'] None"
    cases = ROOT / "tests" / "rules" / "henan-action-plan-2021" / "priority-line.cases.yaml"
    told = run(str(installed.parent / "lianggao"), "rules", "test", str(cases), "--lang", "en", cwd=tmp_path)
    assert told.endswith(" agree, 0 do not\n")


def test_pytest_does_not_warn_where_a_program_has_imported_the_package(installed: Path, tmp_path: Path) -> None:
    # What pytest does about a plug-in's package depends on the files that the wheel lists.
    site = run(str(installed), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()
    (tmp_path / "test_nothing.py").write_text("def test_nothing(): pass\n", encoding="utf-8")
    code = (
        "import lianggao, pytest, sys\n"
        f"assert lianggao.__file__.startswith({site!r})\n"
        "sys.exit(pytest.main(['-q', '-W', 'error', '-p', 'no:cacheprovider']))"
    )
    assert "1 passed" in run(sys.executable, "-c", code, cwd=tmp_path, path=site)
