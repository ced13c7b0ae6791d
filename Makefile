# The first target that needs it builds .venv from the hashed lock; nothing has to be set up by hand.
#   PYTHON=/path/to/python3   another interpreter      ARGS="…"   more arguments for the command
VENV := .venv
BIN   = $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
PY    = $(BIN)/python
READY = $(VENV)/.ready
DEMO := demo
TARGET := bundle
SECONDS := 300
export PYTHON

.PHONY: help demo run test pytest test-all test-long fuzz bench screenshots lint fmt lock clean

help:           ## this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 20

$(READY): pyproject.toml requirements/dev.txt scripts/setup.sh scripts/find_python.sh
	@scripts/setup.sh $(VENV) $(SERIES)

demo: $(READY)  ## make a demo journal in ./demo and open it
	@$(PY) -m peerlog demo $(DEMO) $(ARGS)

run: $(READY)   ## peerlog itself: make run ARGS="today"
	@$(PY) -m peerlog $(ARGS)

test: lint pytest  ## every check: style, types, layers, spelling, tests

pytest: $(READY)
	@echo "== pytest: the tests, on three workers"
	@$(PY) -m pytest -n 3 $(ARGS)

test-all:       ## the tests with each Python from 3.11 to 3.14 found here
	@scripts/test_all.sh

test-long: $(READY)  ## the tests that take minutes, and many more random examples
	@HYPOTHESIS_PROFILE=long $(PY) -m pytest -n 2 -m "long or not long" --timeout 3600 $(ARGS)

fuzz: $(READY)  ## hostile input for one reader: make fuzz TARGET=statement SECONDS=300
	@scripts/fuzz.sh $(VENV) $(TARGET) $(SECONDS)

bench: $(READY) ## times and sizes beside jrnl, as in docs/performance.md
	@$(PY) -m bench $(ARGS)

screenshots: $(READY)  ## the pictures of the documentation
	@$(PY) scripts/screenshots.py $(ARGS)

lint: $(READY)  ## style, types, layers and spelling
	@echo "== ruff check: style and common mistakes"
	@$(PY) -m ruff check .
	@echo "== ruff format: layout"
	@$(PY) -m ruff format --check .
	@echo "== mypy: types"
	@$(PY) -m mypy
	@echo "== lint-imports: which layer may import which"
	@$(BIN)/lint-imports
	@echo "== codespell: spelling"
	@$(PY) -m codespell_lib

fmt: $(READY)   ## lay out the code and mend what can be mended
	@$(PY) -m ruff check --fix .
	@$(PY) -m ruff format .

lock:           ## newest allowed versions into requirements/ (needs uv)
	@scripts/lock.sh

clean:          ## remove environments, caches and what make demo made
	rm -rf .venv .venv-3.* build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache demo
	find . -name __pycache__ -prune -exec rm -rf {} +
