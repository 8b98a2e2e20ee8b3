# The entry points. Each sets up what it needs: a new machine has only Python 3.11, make and a compiler.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: setup demo test check bench train schema lock clean

setup: $(VENV)/.ready

$(VENV)/.ready: requirements.txt requirements-dev.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt -r requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

# Reads the sample crisis into a record and prints what it holds.
demo: setup
	@scripts/demo

test: setup
	$(BIN)/python -m pytest

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python scripts/check_data.py
	$(BIN)/python scripts/check_corpus.py

# GOLD is a folder with the public gold sets (docs/bench.md says where they come from); without it only what needs none is run.
GOLD ?= ../shared/gold
bench: setup
	@scripts/bench $(GOLD)

# Trains the coder from corpus/ (about an hour on two cores; Python 3.11) and writes it where détente finds it.
TRAINING := training/.venv
train:
	$(PYTHON) -m venv $(TRAINING)
	$(TRAINING)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r training/requirements.txt
	$(TRAINING)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(TRAINING)/bin/python -m pip install --quiet --disable-pip-version-check torch==2.13.0
	$(TRAINING)/bin/python -m training.weights
	$(TRAINING)/bin/python -m training.train

# Renews the published JSON Schema from the declarations.
schema: setup
	$(BIN)/python scripts/write_schema.py

# Renews the locked requirements. No addresses are written: the packages are found where pip is set to look.
lock: setup
	$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-header --output-file requirements.txt pyproject.toml
	$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-header --constraint requirements.txt --output-file requirements-dev.txt requirements-dev.in
	$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-header --constraint requirements.txt --output-file training/requirements.txt training/requirements.in pyproject.toml

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
