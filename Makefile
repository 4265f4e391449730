# Set-up is part of each target: the virtual environment is made once and renewed when pyproject.toml changes.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: test lint demo bench bench-10m slow docs clean

$(VENV)/.ready: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable . --group dev
	@# The second engine comes as source only: without a C compiler, or on Python 3.13, all else works without it.
	$(BIN)/python -m pip install --quiet --editable ".[durable]" || echo "durable-rules is not installed: $@ without it"
	touch $@

lint: $(VENV)/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test: lint
	$(BIN)/python -m pytest -m "not slow" --numprocesses 2 --dist worksteal

slow: $(VENV)/.ready
	$(BIN)/python -m pytest -m slow

demo: $(VENV)/.ready
	mkdir -p out
	$(BIN)/lianggao screen examples/projects.csv --as-of 2022-06-30 -o out/result.xlsx -o out/result.csv -o out/result.jsonl

# The longest list is of ROWS projects: `make bench ROWS=100000` for a quick look at other machines' ratios.
ROWS ?= 1000000
PAGE ?= docs/benchmarks.md

bench: $(VENV)/.ready-bench
	$(BIN)/python -m benchmarks $(ROWS) $(PAGE)

# Some 21 GB on disk, in `out`.
bench-10m: $(VENV)/.ready-bench
	$(BIN)/python -m benchmarks.ends 10000000 out

$(VENV)/.ready-bench: $(VENV)/.ready
	$(BIN)/python -m pip install --quiet --group bench
	touch $@

docs: $(VENV)/.ready
	$(BIN)/lianggao rules questions > docs/open-questions.md
	$(BIN)/lianggao rules items > docs/catalog-items.md
	$(BIN)/lianggao rules boundaries --all tests/rules
	$(BIN)/lianggao rules doc docs/rules
	$(BIN)/lianggao rules departments docs/departments

clean:
	rm -rf $(VENV) build dist out
