# What there is to do with a checkout. `make run` and `make test` set everything up on a fresh machine.

SHELL = /bin/sh
PYTHON = python3
VENV = .venv
BIN = $(VENV)/bin
READY = $(VENV)/ready
# ARGS='--numprocesses 0' runs the tests in one process.
ARGS =
FILE = examples/alibaba-b2b.journey
OFFSCREEN = QT_QPA_PLATFORM=offscreen

# What Qt needs of the system: to paint, to open a window; and a font with every Chinese character.
PAINTING = libglib2.0-0 libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libgssapi-krb5-2
WINDOW = libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0
FONTS = fonts-noto-cjk

.PHONY: help run test lint bench screenshots translations fonts clean system

help:
	@echo 'make run            open the editor on an example (FILE=… for another file)'
	@echo 'make test           check the code and run the tests (ARGS=… for pytest)'
	@echo 'make lint           only check the code'
	@echo 'make bench          time what must be fast'
	@echo 'make screenshots    draw the pictures of the README'
	@echo 'make translations   bring the translations in step with the code'
	@echo 'make fonts          make the shipped fonts from Noto Sans CJK'
	@echo 'make clean          remove what was built'

run: $(READY) system
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname -s)" != Linux ]; then \
	    $(BIN)/python -m journey_editor '$(FILE)'; \
	else \
	    mkdir -p build; \
	    echo 'There is no display to open a window on, so the map is written to build/ as .xlsx, .svg and .png.'; \
	    for kind in xlsx svg png; do \
	        $(BIN)/python -m journey_editor convert '$(FILE)' "build/$(basename $(notdir $(FILE))).$$kind" || exit; \
	    done; \
	fi

test: lint system
	$(OFFSCREEN) $(BIN)/python -m pytest --numprocesses logical --dist loadgroup $(ARGS)

lint: $(READY)
	$(BIN)/python -m flake8
	$(BIN)/python -m mypy

bench: $(READY) system
	$(OFFSCREEN) $(BIN)/python -m benchmarks

screenshots: $(READY) system
	$(OFFSCREEN) $(BIN)/python -m tests.screenshots

translations: $(READY) system
	$(BIN)/python resources/translations/update.py

fonts: system
	$(PYTHON) -m venv build/fonts
	build/fonts/bin/python -m pip install --quiet --disable-pip-version-check fonttools font-source-sans-pro
	build/fonts/bin/python resources/fonts/make_fonts.py

clean:
	rm -rf build dist *.egg-info .pytest_cache .mypy_cache .hypothesis .coverage .benchmarks .tox
	find journey_editor tests benchmarks resources -name __pycache__ -prune -exec rm -rf {} +

system:
	@sh .ci/debian-packages $(PAINTING) $(WINDOW) $(FONTS)

$(READY): setup.cfg pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	    echo 'Journey Editor needs Python 3.11 or later as $(PYTHON); to name another: make PYTHON=python3.13' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || sh .ci/debian-packages python3-venv
	@echo 'Setting up Python packages in $(VENV)/ …'
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@
