# Two commands matter: `make demo` and `make test`. `make help` lists the rest.
.DEFAULT_GOAL := help
.PHONY: help install demo demo-reset test dev lint types check unit browser eval gold snapshot bench lock messages wheel

V := .venv/bin
GOLD ?= ../shared/gold

help: ## list what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

install: ## make .venv from the lock file
	@bin/install requirements.lock

demo: install ## a running workbench with a lively class at http://127.0.0.1:8000
	@$(V)/workbench demo

demo-reset: install ## forget what was done in the demo and start over
	@rm -rf instance
	@$(V)/workbench demo

dev: install
	@bin/install requirements-dev.lock

test: dev ## format, lint, types, content and every test (installs Chromium, PostgreSQL, Redis and LibreOffice where missing)
	@bin/test-services
	@$(MAKE) --no-print-directory lint types check
	@$(V)/pytest -n 2 --dist loadgroup

lint: dev ## formatting and lint
	@$(V)/ruff format --check .
	@$(V)/ruff check .

types: dev ## mypy, strict
	@$(V)/mypy

check: dev ## every module, exercise and rule page
	@$(V)/workbench check

unit: dev ## the tests that need no browser and build nothing
	@$(V)/pytest -n 2 -m "not browser and not slow"

browser: dev ## the journeys through real Chromium; screenshots in build/screenshots
	@bin/test-services
	@$(V)/pytest -m browser

eval: dev ## score the reviewer on our own labelled cases
	@$(V)/python bench/evaluate_cases.py

gold: dev ## score the reviewer on the labelled real rows in GOLD, where they are at hand
	@test -f $(GOLD)/evaluate.py || { echo "no labelled real rows in $(GOLD); say GOLD=FOLDER"; exit 2; }
	@$(V)/python $(GOLD)/evaluate.py $(GOLD)/dev.jsonl -- $(V)/workbench review

snapshot: dev ## write down what the reviewer finds in our corpus; read the difference before committing
	@$(V)/python bench/snapshot.py

bench: dev ## the table of figures, and build/bench.json
	@$(V)/python bench/run.py

lock: dev ## renew both lock files
	@bin/lock

messages: dev ## collect interface texts and renew the English catalogue
	@bin/messages

wheel: dev ## build the wheel into dist/
	@$(V)/python -m build --wheel --no-isolation
