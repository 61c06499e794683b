# Everything that is made here lies in folders that git ignores: .venv, .venvs, .cache and .demo.
PORT ?= 8000
DEMO_SERVE ?= 1
PYTHON := .venv/bin/python
MANAGE := PORT=$(PORT) $(PYTHON) site/manage.py
PYTEST := $(PYTHON) -m pytest --numprocesses auto

.DEFAULT_GOAL := help
.PHONY: help demo test lint test-all test-rest chance migrations messages screenshots handbook lighthouse benchmark benchmark-search environment

help: ## Print this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' Makefile | awk -F'|' '{ printf "  make %-12s %s\n", $$1, $$2 }'
	@echo "  PORT=8000 chooses the demo's port; DEMO_SERVE=0 fills the demo and does not serve it."

demo: environment ## Fill and serve the demo site; it lies in .demo, delete that to start afresh
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) cop_demo
ifneq ($(DEMO_SERVE),0)
	@$(MANAGE) runserver $(PORT)
endif

test: environment ## The fast tests: SQLite, no browser, no network
	@$(PYTEST)

lint: environment ## Style, types, import directions, templates, migrations and translations
	@$(PYTHON) tools/lint.py

test-all: test test-rest ## The fast tests, then PostgreSQL, the wheel, a browser and the matrix of hosts

test-rest: environment
	@sh tools/environment.sh all
	@PYTHONPATH=. $(PYTHON) tools/test_rest.py

chance: environment ## 10,000 random states of the filters and as many queries, on both databases
	@COP_RANDOM_EXAMPLES=10000 PYTHONPATH=. $(PYTHON) tools/test_rest.py chance

migrations: environment ## Make the migrations (with Wagtail 7.4, for every host)
	@$(PYTHON) tools/migrations.py

messages: environment ## Find new texts for the .po files, and say which still lack a translation
	@$(PYTHON) tools/messages.py update
	@$(PYTHON) tools/messages.py check

screenshots: environment ## Draw every page in .cache/screenshots, and the pictures of docs/images
	@sh tools/environment.sh all
	@PYTHONPATH=. $(PYTHON) -m tools.screenshots $(ARGS)

handbook: environment ## Draw the pictures of docs/handbook again, in Dutch and English
	@sh tools/environment.sh all
	@PYTHONPATH=.:search:site $(PYTHON) -m tools.handbook $(ARGS)

lighthouse: environment ## Lighthouse on five pages, as a phone; every score is to be 95 or more
	@sh tools/environment.sh all
	@PYTHONPATH=. $(PYTHON) -m tools.lighthouse

benchmark: environment ## How long our pages take to render, beside a bare page of Wagtail
	@PYTHONPATH=. $(PYTHON) -m benchmarks

benchmark-search: environment ## Our search beside Wagtail's own, on 10,000 and 50,000 pages: ARGS="--sizes 300"
	@PYTHONPATH=. $(PYTHON) -m benchmarks.search $(ARGS)

environment:
	@sh tools/environment.sh
	@$(PYTHON) tools/messages.py compile
