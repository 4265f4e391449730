"""Time against the number of rules: the shipped law, and laws in which every document stands several times over.

`python -m benchmarks.growth TIMES ROWS` prints the rules, and the seconds of compiling, judging and explaining.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
import tempfile
from pathlib import Path

from benchmarks import stages
from benchmarks.children import best
from benchmarks.lists import make_list
from lianggao import screen
from lianggao.rulebook import load_law
from lianggao.rulebook.home import shipped_law

SHARED = ("gates", "open-questions")


def grown_law(folder: Path, times: int) -> None:
    """Write the shipped law with every document `times` over, the copies under ids of their own."""
    shipped = shipped_law()
    shutil.copytree(shipped / "catalogs", folder / "catalogs")
    shutil.copytree(shipped / "rules", folder / "rules")
    for document in sorted(path for path in (shipped / "rules").iterdir() if path.name not in SHARED):
        for number in range(1, times):
            copy = folder / "rules" / f"{document.name}-x{number}"
            shutil.copytree(document, copy)
            for file in copy.rglob("*.yaml"):
                own = re.sub(rf"^id: {document.name}(?=[/\s])", f"id: {copy.name}", file.read_text(), flags=re.M)
                file.write_text(own)


def measure(times: int, rows: int) -> dict[str, float]:
    """Return how many rules are in force, and the best seconds of compiling them and of judging a list by them.

    `judge` is facts to the outcome of every gate and requirement, `everything` a frame to all columns.
    """
    with tempfile.TemporaryDirectory() as folder:
        grown_law(Path(folder), times)
        law = load_law(folder)
    compiling = best(lambda: stages.compile_anew(law))
    book = stages.compile_anew(law)
    frame = make_list(rows)
    known = stages.recognised(stages.take_in(frame))
    return {
        "rules": len(book.rules),
        "compile": compiling,
        "judge": best(lambda: stages.outcomes_of(stages.judge_gates(known, book)), 2),
        "everything": best(lambda: screen(frame, as_of=stages.AS_OF, law=law).columns(), 2),
    }


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]), int(sys.argv[2]))))
