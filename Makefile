# Everything sets itself up: `make site` and `make test` work on a fresh Debian with Python, pip and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

help: ## what there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

# --without-pip works where Debian's python3-venv is not installed; pip then installs into the venv from outside.
$(BIN)/python:
	$(PYTHON) -m venv --without-pip $(VENV)

$(VENV)/.site: $(BIN)/python pyproject.toml
	$(PYTHON) -m pip --python $(BIN)/python install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.dev: $(BIN)/python pyproject.toml
	$(PYTHON) -m pip --python $(BIN)/python install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.site

$(VENV)/.bench: $(BIN)/python pyproject.toml
	$(PYTHON) -m pip --python $(BIN)/python install --quiet --disable-pip-version-check --editable '.[bench]'
	@touch $@ $(VENV)/.site

setup: $(VENV)/.dev ## everything a developer needs, in .venv

site: $(VENV)/.site ## build content/ into output/
	@$(BIN)/warta build

serve: $(VENV)/.site ## build, serve on 127.0.0.1, rebuild on change
	@$(BIN)/warta serve

test: $(VENV)/.dev ## all tests
	$(BIN)/python -m pytest -n auto --dist worksteal

lint: $(VENV)/.dev ## ruff, mypy, import-linter, deptry
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	PATH=$(BIN):$$PATH $(BIN)/lint-imports --no-logo
	$(BIN)/deptry .

bench: $(VENV)/.bench ## the same work beside Hugo
	$(BIN)/python -m bench

.PHONY: help setup site serve test lint bench
