# Needs make and Python 3.11 or newer. Everything lives in .venv; a second run installs nothing.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/pip --disable-pip-version-check --quiet
SOURCES := src tests $(wildcard bench)

.DELETE_ON_ERROR:
.PHONY: demo test lint format bench clean

demo: .venv/demo.stamp  ## a dossier of the demo articles
	@mkdir -p out
	@$(BIN)/foedus dossier demo/articles -o out/dossier.html --title "Foedus demo"
	@echo "Open $(CURDIR)/out/dossier.html in a browser."

test: .venv/test.stamp lint  ## all checks
	$(BIN)/pytest

lint: .venv/test.stamp
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

format: .venv/test.stamp  ## mends what can be mended
	$(BIN)/ruff format $(SOURCES)
	$(BIN)/ruff check --fix $(SOURCES)

bench: .venv/test.stamp  ## speed and accuracy, measured
	@test -f bench/run.py || { echo "bench/run.py is not there yet" >&2; exit 1; }
	$(BIN)/python bench/run.py

clean:
	rm -rf .venv out build dist src/*.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.venv/venv.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Foedus needs Python 3.11 or newer; try: make PYTHON=python3.12" >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@touch $@

.venv/demo.stamp: .venv/venv.stamp pyproject.toml constraints.txt
	$(PIP) install -e . -c constraints.txt
	@touch $@

.venv/test.stamp: .venv/venv.stamp pyproject.toml constraints.txt
	$(PIP) install -e '.[dev]' -c constraints.txt
	@touch $@ .venv/demo.stamp
