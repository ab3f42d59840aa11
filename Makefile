# `make demo` and `make test` do everything from a clean clone on Debian 12 or later.
VENV   := .venv
PYTHON := $(VENV)/bin/python
# Many tests wait for a window or a device half of the time: three processes keep two cores busy.
WORKERS := $(shell echo $$(( ($$(nproc) * 3 + 1) / 2 )))
export QT_QUICK_BACKEND := software
export QSG_RENDER_LOOP  := basic

.PHONY: demo test install system oracle lint types architecture qml unit bench soak clean

demo: install
	$(VENV)/bin/aps-kiosk demo

# Two at a time, where neither waits for the other: one keeps one core busy.
test:
	$(MAKE) --no-print-directory --jobs=2 install oracle
	$(MAKE) --no-print-directory --jobs=2 --output-sync types lint architecture qml
	$(MAKE) --no-print-directory unit

install: system $(VENV)/.installed

system:
	packaging/install-system-packages

$(VENV)/.installed: pyproject.toml | system
	python3 -m venv $(VENV)
	$(PYTHON) -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

oracle:
	tests/oracle/install
	tests/tus/install

lint:
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .

types:
	$(VENV)/bin/mypy

architecture:
	$(VENV)/bin/lint-imports

qml:
	packaging/lint-qml $(VENV)

unit:
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest --numprocesses $(WORKERS) --dist worksteal -m "not bench and not soak"

bench:
	$(PYTHON) -m pip install --quiet --disable-pip-version-check --editable ".[bench]"
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest -m bench -s tests/bench

soak:
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest -m soak -s --timeout=7200

clean:
	rm -rf $(VENV) demo-output
