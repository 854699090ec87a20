# make demo: set up, install, run the demo        make test: all that CI runs
PYTHON ?= python3.11
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: demo test format lint types imports tests bench bench-verdicts pins clean
.DELETE_ON_ERROR:

demo: .venv/.run
	@$(BIN)/claimcheck demo

test: format lint types imports tests

# --no-deps: the pins are complete, and a package that is released tomorrow must not be looked at
.venv/.run: requirements/run.txt pyproject.toml
	@echo "setting up .venv (once) ..."
	@$(PYTHON) -m venv .venv
	@$(PIP) --require-hashes --no-deps --requirement requirements/run.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.dev: requirements/dev.txt .venv/.run
	@echo "installing the tools for make test (once) ..."
	@$(PIP) --require-hashes --no-deps --requirement requirements/dev.txt
	@touch $@

.venv/.bench: requirements/bench.txt .venv/.dev
	@$(PIP) --require-hashes --no-deps --requirement requirements/bench.txt
	@touch $@

format: .venv/.dev
	$(BIN)/ruff format --check .

lint: .venv/.dev
	$(BIN)/ruff check .

types: .venv/.dev
	$(BIN)/mypy

imports: .venv/.dev
	$(BIN)/lint-imports

tests: .venv/.dev
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

bench: .venv/.bench
	$(BIN)/python -m benchmarks

bench-verdicts: .venv/.bench
	$(BIN)/python -m benchmarks verdicts

# needs uv; everything else works without it
pins:
	uv pip compile --quiet --universal --no-header --no-annotate --generate-hashes --python-version 3.11 \
	  pyproject.toml requirements/run.in --output-file requirements/run.txt
	uv pip compile --quiet --universal --no-header --no-annotate --generate-hashes --python-version 3.11 \
	  --constraint requirements/run.txt --all-extras pyproject.toml requirements/run.in requirements/dev.in --output-file requirements/dev.txt
	uv pip compile --quiet --universal --no-header --no-annotate --generate-hashes --python-version 3.11 \
	  --constraint requirements/dev.txt requirements/bench.in --output-file requirements/bench.txt

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
