# Everything sets itself up: `make site` and `make test` work on a fresh Debian with Python, pip and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Debian's own pip may not install for the system, but it may into a virtual environment.
INSTALL = $(PYTHON) -m pip --python $(BIN)/python install --quiet --disable-pip-version-check --editable

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

# --without-pip works where Debian's python3-venv is not installed; pip then installs into it from outside.
$(BIN)/python:
	@echo 'Setting up $(VENV), once; this takes a minute or two ...' >&2
	@$(PYTHON) -m venv --without-pip $(VENV)

$(VENV)/.site: $(BIN)/python pyproject.toml
	@$(INSTALL) .
	@touch $@

$(VENV)/.dev: $(BIN)/python pyproject.toml
	@$(INSTALL) '.[dev]'
	@touch $@ $(VENV)/.site

$(VENV)/.bench: $(BIN)/python pyproject.toml
	@$(INSTALL) '.[bench]'
	@touch $@ $(VENV)/.site

setup: $(VENV)/.dev ## everything a developer needs, in .venv

site: $(VENV)/.site ## build content/ into output/
	@$(BIN)/warta build

serve: $(VENV)/.site ## show the site with its drafts here, rebuilt on every change
	@$(BIN)/warta serve

test: $(VENV)/.dev $(if $(CI),$(VENV)/.bench) ## all tests, in parallel; what the browser tests need is installed where that is allowed
	@$(BIN)/python -m tests.browser.install
	$(BIN)/python -m pytest -n auto --dist worksteal

test-long: $(VENV)/.dev ## all tests, also hundreds of kills, long edit scripts and fuzzing, which take long
	@$(BIN)/python -m tests.browser.install
	$(BIN)/python -m pytest -n auto --dist worksteal -m 'long or not long'

fuzz: $(VENV)/.dev ## ten minutes of damaged files, tags, dates and numbers against the readers, in one quiet process
	nice -n 15 $(BIN)/python -m tests.fuzz --seconds 600

lint: $(VENV)/.dev ## ruff, mypy, import-linter, deptry
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	PATH=$(BIN):$$PATH $(BIN)/lint-imports --no-logo
	$(BIN)/deptry .

docs: $(VENV)/.dev ## write perintah.md and masalah.md of docs/ again from the code
	$(BIN)/python -m docs.reference

messages: $(VENV)/.dev ## write the catalogues of messages again from the code
	$(BIN)/python -m docs.messages

cards: $(VENV)/.dev ## draw the contact sheets of cards and posters in docs/ again
	$(BIN)/python -m docs.cards
	$(BIN)/python -m docs.posters

shots: $(VENV)/.dev ## take the pictures of the sample newsroom's pages in docs/gambar/ again
	@$(BIN)/python -m tests.browser.install
	$(BIN)/python -m docs.shots

demo-monitor: $(VENV)/.site ## the sample newsroom finds itself in the feeds of invented outlets, all on this computer
	@$(BIN)/python -m docs.demo_monitor

bench: $(VENV)/.bench ## the same work beside Hugo and Pelican
	$(BIN)/python -m bench
	$(BIN)/python -m bench.pictured
	$(BIN)/python -m bench.kit
	$(BIN)/python -m bench.feeds
	$(BIN)/python -m bench.matching
	$(BIN)/python -m bench.evidence

clean: ## remove all that can be made again, also .venv
	@if test -e output/.warta; then rm -rf output; fi
	@rm -rf $(VENV) .warta/cache bench/work build dist
	@rm -rf .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	@find bench docs pipeline tests -name __pycache__ -prune -exec rm -rf {} +

.PHONY: help setup site serve test test-long fuzz lint docs messages cards shots demo-monitor bench clean
