# Two commands matter: `make site` and `make test`. `make help` lists the others.

SHELL = /bin/sh
PY = .venv/bin/python
OUT = public
WORKERS = 2
# Further arguments for pytest: make test ARGS="-k edtf -x"
ARGS =

.DEFAULT_GOAL := help
.PHONY: help site serve test check format oracles bench shots pictures lock clean runtime importer dev compiled

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 18

site: runtime ## build the site into public/
	@$(PY) -m site_gen build
	@echo
	@echo "The site is in $(OUT)/. To look at it:"
	@echo "  make serve     then open http://127.0.0.1:8000/; it follows your edits"
	@echo "  or open $(OUT)/index.html; with relative_urls: true in content/site.yaml its links work there, too"

serve: runtime ## live preview of the site while you edit
	@$(PY) -m site_gen serve

compiled: ## the same program, faster, in .venv-compiled/bin (needs a C compiler)
	@sh tools/compiled.sh

importer: ## what `site-gen import` needs to read pages of HTML
	@sh tools/venv.sh import

test: dev ## all tests, those in a browser too; includes `make check`
	@sh tools/need.sh browser driver git
	@$(MAKE) --no-print-directory check
	@$(PY) -m pytest -n $(WORKERS) -m "not oracle and not bench" $(ARGS)

check: dev ## format, lint, types, layers, workflows
	@$(PY) -m ruff format --check --quiet . || { echo "make format puts it right"; exit 1; }
	@$(PY) -m ruff check --quiet .
	@$(PY) -m mypy --no-error-summary
	@$(PY) tools/layers.py
	@report=$$(.venv/bin/zizmor --offline --pedantic --no-progress .github 2>&1) || \
		{ echo "$$report"; exit 1; }

format: dev ## put format and imports right
	@$(PY) -m ruff check --quiet --fix-only .
	@$(PY) -m ruff format --quiet .

oracles: dev ## independent checkers that need Java, Node and a C compiler: HTML, CSS, Lighthouse, compiled
	@sh tools/need.sh browser driver java node npm compiler
	@sh tools/npm.sh
	@$(PY) -m pytest tests/oracles -m oracle $(ARGS)

bench: dev compiled ## benchmarks, one at a time; then whole builds beside the generators on PATH
	@$(PY) -m pytest tests/bench -q -s $(ARGS)
	@$(PY) tests/bench/peers_bench.py --default-theme
	@$(PY) tests/bench/peers_bench.py --default-theme --program .venv-compiled/bin/site-gen

shots: dev ## screenshots of every kind of page into shots/
	@sh tools/need.sh browser driver
	@$(PY) tools/shots.py $(ARGS)

pictures: dev ## the screenshots in docs/images/ anew
	@sh tools/need.sh browser driver
	@$(PY) tools/shots.py --docs

lock: dev ## bring the lock files up to date with pyproject.toml and the registries
	@sh tools/lock.sh

clean: ## remove what the other commands have made, the environment too
	rm -rf .venv .venv-compiled .site_gen_cache build dist shots tests/oracles/node_modules *.egg-info
	rm -rf .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find $(OUT) -mindepth 1 ! -name .gitkeep -delete

runtime:
	@sh tools/venv.sh runtime

dev:
	@sh tools/venv.sh dev
