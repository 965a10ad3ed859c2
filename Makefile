# Zhongcao. `make run` starts the site, `make test` tests it; `make help` lists the rest.
# Needs Python 3.11 or newer. Another interpreter: make run PYTHON=/path/to/python3
# Words for the program behind a target: make test ARGS='tests/posts -x', make screenshots ARGS='--pages home'

PYTHON ?= python3
PY := .venv/bin/python
ARGS ?=
export PYTHONUNBUFFERED := 1

.DEFAULT_GOAL := help
.PHONY: help run setup setup-tests test check format bench screenshots pins clean

help: ## What can be done here
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1	/' | expand -t 22

run: setup ## Set up what is missing, migrate, create the demo world once, serve on http://127.0.0.1:8000
	@$(PY) -m scripts.start

setup: ## The set-up alone: packages into .venv, browser libraries, message catalogues
	@$(PYTHON) -m scripts.setup

setup-tests:
	@$(PYTHON) -m scripts.setup --tests

test: setup-tests ## Format, lint, types, arrows, then the tests on SQLite and on PostgreSQL + Redis
	@checked=0; $(PY) -m scripts.check || checked=1; $(PY) -m scripts.test $(ARGS) && exit $$checked

check: setup-tests ## Format, lint, types and arrows
	@$(PY) -m scripts.check

format: setup-tests ## Bring all Python files into shape
	@$(PY) -m ruff check --fix-only --quiet .
	@$(PY) -m ruff format .

bench: setup-tests ## Measure what must stay fast
	@$(PY) -m tests.bench $(ARGS)

screenshots: setup-tests ## Picture the main pages into instance/screenshots, and docs/home.webp for the README
	@$(PY) -m scripts.screenshots $(ARGS)

pins: setup-tests ## Write the requirement files anew from what is installed
	@$(PY) -m scripts.pins

clean: ## Remove what was built; instance/ stays
	rm -rf .venv .node static/vendor .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find app scripts tests migrations -name __pycache__ -type d -prune -exec rm -rf {} +
	find app/translations -name '*.mo' -delete
