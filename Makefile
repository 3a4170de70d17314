# `make run` opens the program, `make test` tests it; each does all set-up first. `make help` lists the rest.
.DEFAULT_GOAL := help
.PHONY: help run test setup check format live bench package screenshots translations coverage lock clean
SHELL := /bin/sh
export PYTHON
python := .venv/bin/python

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1 \t\2/p' Makefile | expand -t 20

run: .venv ## open the window (without a display: write the sample's documents in the terminal)
	@tools/run

test: setup check ## check, then every test that needs no engine
	$(python) -m pytest -n 3

setup: .venv ## make .venv and install what the system lacks, where that takes no password
	@$(python) tools/system_packages.py run development || true

.PHONY: .venv
.venv:
	@tools/setup

check: .venv ## style, types and the arrows between the rooms
	$(python) -m ruff check
	$(python) -m ruff format --check
	$(python) -m mypy
	.venv/bin/lint-imports --no-logo

format: .venv ## put the code into the project's style
	$(python) -m ruff format
	$(python) -m ruff check --fix

live: setup ## the tests that need real engines: Ollama (OLLAMA_HOST, or this machine's), llama.cpp, a keyring
	$(python) -m pytest -m live tests/live

bench: setup ## the figures the program must reach, each beside its control
	$(python) -m bench

package: setup ## the frozen program, built and tried
	$(python) packaging/build.py

screenshots: setup ## the pictures of the README
	$(python) tools/screenshots.py

translations: .venv ## the window's texts taken into resources/translations, and compiled
	$(python) tools/translations.py

coverage: setup ## which lines no test reaches
	$(python) -m coverage run -m pytest
	$(python) -m coverage combine --quiet
	$(python) -m coverage report

lock: .venv ## requirements.txt anew, with today's versions
	.venv/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
	  pyproject.toml --group build --group dev --output-file requirements.txt

clean: ## everything that was built, .venv too
	rm -rf .venv build dist htmlcov .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage .coverage.*
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
