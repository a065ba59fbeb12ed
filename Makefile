# Every task of the project, each with its own set-up. `make help` lists them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CLOUD := .cloud-venv
INFRA := .infra-venv
SYNTH := JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION=1
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
SOURCE ?=
SAMPLE := samples/how-vaccines-work.md

.DEFAULT_GOAL := help
.PHONY: help setup gemini gallery run test check lint format types test-python test-web web dev lambda-packages lock clean screenshots synth

help: ## List the tasks
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  make %-16s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# --- set-up: stamps make the second start quick -------------------------------------------------
$(VENV)/.created:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Praxeo needs Python 3.11 or newer; $(PYTHON) is older. Try: make run PYTHON=python3.12"; exit 1; }
	@echo "Creating the virtual environment ..."
	@$(PYTHON) -m venv $(VENV) || { echo "Install Python's venv module first (Debian: python3-venv)."; exit 1; }
	@touch $@

$(VENV)/.runtime: $(VENV)/.created requirements/runtime.lock pyproject.toml
	@echo "Installing the locked Python packages ..."
	@$(PIP) install --require-hashes -r requirements/runtime.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.development: $(VENV)/.created requirements/development.lock pyproject.toml
	@echo "Installing the locked Python packages, with those for tests ..."
	@$(PIP) install --require-hashes -r requirements/development.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@ $(VENV)/.runtime

# The local cloud stands in for AWS in tests. It pins an SDK of its own, so it has an environment of its own.
$(CLOUD)/.installed: requirements/cloud.lock
	@echo "Installing the local cloud for tests ..."
	@$(PYTHON) -m venv $(CLOUD)
	@$(CLOUD)/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r requirements/cloud.lock
	@touch $@

# What describes the production system needs much that nothing else does.
$(INFRA)/.installed: requirements/infra.lock
	@echo "Installing the AWS CDK ..."
	@$(PYTHON) -m venv $(INFRA)
	@$(INFRA)/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r requirements/infra.lock
	@touch $@

infra/node_modules/.installed: infra/package.json infra/package-lock.json
	@cd infra && npm ci --no-progress --loglevel=error
	@touch $@

.PHONY: node
node: # before anything slow: tell at once what is missing
	@node -e 'process.exit(+process.versions.node.split(".")[0] < 20 ? 1 : 0)' 2>/dev/null || \
	  { echo "Praxeo's front end is built with Node 20 or newer, and there is none here."; \
	    echo "Install it (nodejs.org, or your system's packages), then run this again."; exit 1; }

web/node_modules/.installed: web/package.json web/package-lock.json
	@echo "Installing the locked front-end packages ..."
	@cd web && npm ci --no-progress --loglevel=error
	@touch $@

WEB_SOURCES := $(shell find web -path web/node_modules -prune -o -path web/dist -prune -o -type f -print)
web/dist/.built: web/node_modules/.installed $(WEB_SOURCES)
	@echo "Building the front end ..."
	@cd web && npm run --silent build
	@touch $@

# The apps of the samples, proven when the front end is built; unchanged ones are not run again.
GALLERY_SOURCES := $(wildcard samples/*) $(shell find web/runtime src/praxeo/sources src/praxeo/authors src/praxeo/spec src/praxeo/compile src/praxeo/proof \
  -type f -not -path '*/__pycache__/*')
web/dist/gallery/index.json: $(GALLERY_SOURCES) | $(VENV)/.runtime web/dist/.built
	@echo "Making and proving the apps of the gallery ..."
	@$(BIN)/python -m devtools.gallery samples web/dist/gallery || \
	  echo "Not every app of the gallery could be made; Praxeo runs without them."

gallery: web/dist/gallery/index.json ## Make and prove the sample apps that a first visitor opens

setup: node $(VENV)/.runtime web/dist/.built gallery ## Install and build all that running needs

gemini: $(VENV)/.runtime ## Install what asking Gemini needs (some 80 MB; nothing else does)
	@$(PIP) install --require-hashes -r requirements/gemini.lock

web: web/dist/.built ## Build the front end

# --- use ----------------------------------------------------------------------------------------
run: setup ## Start Praxeo with a sample app (SOURCE=file makes one of your own document)
	@$(BIN)/praxeo serve $(if $(SOURCE),--make "$(SOURCE)",--sample $(SAMPLE))

dev: setup ## Start the API, the worker and the hot-reloading front end together
	@$(BIN)/python -m devtools.dev

# --- proof --------------------------------------------------------------------------------------
CHECKS := lint types test-web
READY := node $(VENV)/.development $(CLOUD)/.installed $(INFRA)/.installed web/dist/.built
test: $(READY) ## Run every check and every test (what is slow and rarely tells: test-nightly)
	@begun=$$(date +%s); $(MAKE) --no-print-directory --jobs 4 --output-sync=target $(CHECKS) test-python && \
	  echo "Everything passed in $$(( $$(date +%s) - begun )) seconds, set-up not counted."

check: $(VENV)/.development web/dist/.built ## What one runs while working: style, types, unit and contract tests
	@begun=$$(date +%s); $(MAKE) --no-print-directory --jobs 3 --output-sync=target lint types test-near && \
	  echo "Checked in $$(( $$(date +%s) - begun )) seconds."

.PHONY: check test-near test-nightly
test-near: $(VENV)/.development $(CLOUD)/.installed
	@$(BIN)/python -m pytest -n 2 -q --dist loadfile tests/unit tests/contract tests/architecture

test-nightly: $(READY) gallery ## What is slow and rarely tells: benchmarks under test, simulated releases, long histories
	@$(BIN)/python -m pytest -n 2 --dist loadfile -m nightly

lint: $(VENV)/.development web/node_modules/.installed ## Style, format and import rules
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .
	@$(BIN)/lint-imports --config pyproject.toml --no-cache
	@cd web && npm run --silent lint
	@$(MAKE) --no-print-directory workflows

types: $(VENV)/.development web/node_modules/.installed ## Static types, Python and TypeScript
	@$(BIN)/mypy
	@MYPYPATH=src:. $(BIN)/mypy --explicit-package-bases benchmarks/cost infra/release tests/release/simulation
	@cd web && npm run --silent typecheck

test-web: web/dist/.built ## Tests of the front end
	@cd web && npm test --silent

test-python: $(VENV)/.development $(CLOUD)/.installed $(INFRA)/.installed web/dist/.built gallery ## Tests of everything else, browser journeys included
	@$(BIN)/python -m pytest -n 3 --dist loadfile

# --- the local cloud ----------------------------------------------------------------------------
.PHONY: cloud dev-cloud cloud-packages cloud-test cloud-suites
CLOUD_READY := $(VENV)/.development $(CLOUD)/.installed $(INFRA)/.installed infra/node_modules/.installed cloud-packages
cloud-packages: $(VENV)/.development web/dist/.built # what the functions run, for this machine
	@$(BIN)/python -m infra.lambda_packages --for here

dev-cloud: setup $(VENV)/.development $(CLOUD)/.installed ## The same as dev, over DynamoDB, S3 and SQS of a local cloud
	@$(BIN)/python tests/cloud/develop.py

cloud: $(CLOUD_READY) ## Start a local cloud and deploy the stacks into it, for real
	@PYTHONPATH=. $(BIN)/python tests/cloud/serve.py

JOURNEYS := $(addprefix tests/studio/test_,starting.py making.py editing.py conflicts.py publishing.py)
DEPLOYED_SUITES := tests/deployed tests/contract -k "deployed or dynamodb or s3 or sqs"
cloud-test: $(CLOUD_READY) gallery ## The contract suites, the journeys and each role's rights, on the deployed stacks; the journeys over the adapters
	@PRAXEO_DEPLOYED=1 $(BIN)/python -m pytest -n 0 $(NOTED) $(DEPLOYED_SUITES)
	@PRAXEO_PLACE="deployed app" $(BIN)/python -m pytest -n 0 $(NOTED) $(JOURNEYS)
	@PRAXEO_PLACE="local cloud" $(BIN)/python -m pytest -n 0 $(NOTED) $(JOURNEYS)

cloud-suites: NOTED := -q --suites=docs/reference/suites.json
cloud-suites: $(CLOUD_READY) gallery ## Run the suites in all three places and write docs/reference/suites.md anew
	@$(BIN)/python -m pytest -n 0 $(NOTED) tests/contract tests/cloud/test_lambdas.py $(JOURNEYS)
	@$(MAKE) --no-print-directory cloud-test NOTED="$(NOTED)"

format: $(VENV)/.development ## Put all sources into the one format
	@$(BIN)/ruff check --fix . ; $(BIN)/ruff format .
	@cd web && npm run --silent format

# --- what it costs in the cloud -----------------------------------------------------------------
.PHONY: cost cost-count
cost: $(VENV)/.development ## Write docs/reference/cost.md anew from the counted calls and the prices
	@$(BIN)/python -m benchmarks.cost

cost-count: $(VENV)/.development $(CLOUD)/.installed web/dist/.built ## Count the calls anew, then write that page
	@PRAXEO_RENEW_COUNTS=$$(date -u +%F) $(BIN)/python -m pytest -n 0 -q tests/cloud/test_lambdas.py -k document_becomes
	@$(BIN)/python -m benchmarks.cost

include infra/release/release.mk

synth: $(INFRA)/.installed ## The production system as templates (ENVIRONMENT=staging and the like)
	@cd infra && $(SYNTH) PRAXEO_ENVIRONMENT=$(ENVIRONMENT) CDK_OUTDIR=cdk.out ../$(INFRA)/bin/python app.py
	@echo "The templates are in infra/cdk.out."

screenshots: setup ## Pictures of every page and view, phone and desktop, light and dark
	@$(BIN)/python docs/screenshots/make.py

# Lambda runs this Python on arm64; the second two are for the local cloud on this machine.
LAMBDA_PYTHON ?=
lambda-packages: $(VENV)/.development web/dist/.built ## Build what the Lambdas run, in build/lambda
	@$(BIN)/python -m infra.lambda_packages $(if $(LAMBDA_PYTHON),--python $(LAMBDA_PYTHON))

lock: $(VENV)/.development ## Renew the lock files from requirements/*.in and web/package.json
	@for set in development runtime gemini lambda_api lambda_jobs worker speech; do \
	  $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	    --no-annotate $$([ $$set = development ] || echo -c requirements/development.lock) \
	    requirements/$$set.in -o requirements/$$set.lock; done
	@$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-annotate requirements/cloud.in -o requirements/cloud.lock
	@$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-annotate requirements/infra.in -o requirements/infra.lock
	@cd infra && npm install --package-lock-only
	@cd web && npm install --package-lock-only

clean: ## Remove what was built (never your library)
	@rm -rf $(VENV) $(CLOUD) $(INFRA) infra/node_modules infra/cdk.out web/node_modules web/dist build .pytest_cache .mypy_cache .ruff_cache
