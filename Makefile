# Two commands do everything: `make site` and `make test`. Both set up what they need first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export NO_MKDOCS_2_WARNING := 1

.PHONY: site setup test check serve lint lock schemas clean
site: setup
	$(BIN)/bassin build

setup: $(VENV)/site.stamp

check: $(VENV)/site.stamp
	$(BIN)/bassin check

serve: $(VENV)/site.stamp
	$(BIN)/bassin serve

# After a change of the models or of what editors are told of them.
schemas: $(VENV)/site.stamp
	$(BIN)/bassin schemas

test: $(VENV)/test.stamp
	.ci/install-tools
	@$(MAKE) --no-print-directory node_modules/.package-lock.json
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest --numprocesses=2 --dist=loadfile --cov --cov-report=term

lint: $(VENV)/test.stamp
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/mypy

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; set PYTHON=/path/to/python3."; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
		{ rm -rf $(VENV); echo "Python has no venv module; on Debian: apt-get install python3-venv"; exit 1; }

$(VENV)/site.stamp: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/test.stamp: requirements-test.lock $(VENV)/site.stamp
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.lock
	@touch $@

# Checkers written for Node.js; only the tests use them. No package runs anything when installed.
node_modules/.package-lock.json: package-lock.json
	npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

# Locks carry hashes and no addresses, so that any mirror can serve them. What is locked stays;
# `make lock UPGRADE=--upgrade` takes newer versions.
UV := $(VENV)/lock/bin/uv
COMPILE := $(UV) pip compile --quiet --generate-hashes --no-strip-extras --no-emit-index-url --no-header $(UPGRADE)
lock: $(UV)
	$(COMPILE) -o requirements.lock pyproject.toml
	$(COMPILE) --extra test --constraint requirements.lock -o requirements-test.lock pyproject.toml

$(UV): | $(VENV)/bin/python
	$(PYTHON) -m venv $(VENV)/lock
	$(VENV)/lock/bin/pip install --quiet --disable-pip-version-check uv==0.13.9

clean:
	rm -rf $(VENV) site preview .cache node_modules
