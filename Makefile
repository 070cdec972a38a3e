# make run     set up and start on http://127.0.0.1:8000 (another port: make run PORT=8123); Ctrl-C stops it
# make test    set up and pass all tests: SQLite, PostgreSQL, a real browser
# make check   lint, types, import rules, licences
# make bench   run the benchmarks
# make fuzz    look for files that trip a reader (for longer or less: make fuzz MINUTES=30); never part of the tests
# make setup   set up only: .venv, locked packages, assets
# make assets  build the assets again
# make lock    resolve the locks again after a change of pyproject.toml or requirements/*.in
# make clean   take away what set-up made; data in var/ stays

PYTHON ?= $(shell command -v python3.11 || command -v python3 || echo python3.11)
PORT ?= 8000
TESTS ?= tests
MINUTES ?= 10
IN := .venv/bin/
export UV_PYTHON_DOWNLOADS := never

.PHONY: run setup setup-dev assets test check bench fuzz lock clean

run: setup
	@MOOTHALL_DEMONSTRATION=$${MOOTHALL_DEMONSTRATION:-1} exec $(IN)python -m moothall.project.run --port $(PORT)

setup:
	@$(PYTHON) tools/set_up.py

setup-dev:
	@$(PYTHON) tools/set_up.py --dev

assets: setup
	@$(IN)python tools/assets.py

test: setup-dev
	@$(IN)python tools/chromium.py
	@failed=0; \
	echo "Tests on SQLite, with those in the browser"; \
	$(IN)python -m pytest -n 3 --dist worksteal -q $(TESTS) || failed=1; \
	echo "Tests of what touches the database, on PostgreSQL"; \
	$(IN)python -m tests.postgres $(IN)python -m pytest -n 3 --dist worksteal -q -m "database and not browser and not page_words" $(TESTS) \
		|| { [ $$? -eq 5 ] && [ "$(TESTS)" != tests ]; } || failed=1; \
	exit $$failed

check: setup-dev
	@$(IN)python tools/check.py

bench: setup-dev
	@$(IN)python -m benchmarks

fuzz: setup-dev
	@$(IN)python -c "import atheris" 2>/dev/null || $(IN)python -m pip install -q "atheris>=3"
	@$(IN)python tools/fuzz.py --minutes $(MINUTES)

lock: setup
	@sh tools/lock.sh

clean:
	rm -rf .venv node_modules build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
	rm -rf src/moothall/web/components/static/vendor src/moothall/documents/writing/fonts src/*.egg-info
