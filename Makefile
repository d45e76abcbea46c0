# Everything runs in .venv/, which the first call makes; nothing outside the checkout is touched,
# except that `make test` installs Chromium and Pango where they are missing and may be installed.
# `make demo PYTHON=python3.13` takes that Python for it; `make clean` first where there is another.

BIN := .venv/bin

.PHONY: demo serve test test-fast test-long check fix examples reference pictures lock upgrade clean

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

test-long:                     ## Run every test with far more kills and examples, for the night
	KILLS=200 EXAMPLES=long $(MAKE) --no-print-directory test

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

lock: .venv/bin/uv             ## Fit constraints.txt to pyproject.toml, changing as little as may be
	./.ci/lock

upgrade: .venv/bin/uv          ## Write the newest versions into constraints.txt
	./.ci/lock --upgrade

clean:                         ## Remove what was made
	rm -rf .venv demo build site dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

.venv/installed: pyproject.toml constraints.txt
	@./.ci/venv --editable .
	@touch $@

.venv/installed-dev: pyproject.toml constraints.txt
	@./.ci/venv --editable ".[dev]"
	@touch $@ .venv/installed

.venv/bin/uv:
	@./.ci/venv uv
