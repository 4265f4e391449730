"""The built wheel, installed in an empty environment, screens the example: rules and catalogs travel inside it."""

from __future__ import annotations

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


def run(*command: str, cwd: Path | None = None) -> str:
    done = subprocess.run(command, capture_output=True, text=True, cwd=cwd, check=False)
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
