# Everything runs in .venv/, which the first call makes; nothing outside the checkout is touched,
# except that `make test` installs Chromium where it is missing and may be installed.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo serve test test-fast check fix examples reference pictures lock clean

demo: .venv/installed          ## Build and show the example playbook
	$(BIN)/playbook demo

serve: .venv/installed         ## Preview the example, rebuilt on every change
	$(BIN)/playbook demo && $(BIN)/playbook serve --folder demo/cafe

test: .venv/installed-dev      ## Run every check and every test
	./.ci/chromium
	$(MAKE) --no-print-directory check
	$(BIN)/python -m pytest -n auto

test-fast: .venv/installed-dev ## Run the tests that build no site and open no browser or terminal
	EXAMPLES=fast $(BIN)/python -m pytest -n auto -m "not slow and not browser"

check: .venv/installed-dev     ## Check style and types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

fix: .venv/installed-dev       ## Mend style
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

examples: .venv/installed-dev  ## Make the golden trees anew, to be reviewed as a diff
	$(BIN)/python -m pytest -q tests/test_examples.py --update-examples

reference: .venv/installed-dev  ## Write the reference pages anew
	$(BIN)/python docs/generate.py
	$(BIN)/python docs/generate_preview.py

pictures: .venv/installed-dev ## Take the README's pictures of the real site anew
	$(BIN)/python docs/pictures.py

lock: .venv/installed-dev      ## Write down the versions in use
	$(BIN)/python -m pip freeze --exclude-editable | sort -f > constraints.txt

clean:                         ## Remove what was made
	rm -rf .venv demo build site dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

.venv/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Playbook needs Python 3.11 or newer; name one with: make PYTHON=python3.12 ..."; exit 1; }
	$(PYTHON) -m venv .venv
	@touch $@

.venv/installed: .venv/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

.venv/installed-dev: .venv/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[dev]"
	@touch $@ .venv/installed
