#!/usr/bin/env bash
# N2G puts the labels of draw.io nodes into XML as they are, and an ampersand in one is an error of the parser.
# Expected: a label is a text, as it is with drawpyo, and is escaped when the file is written.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check N2G==0.3.3
env/bin/python - <<'PYTHON'
import importlib.metadata
import xml.etree.ElementTree as ElementTree

from N2G import drawio_diagram

diagram = drawio_diagram()
diagram.add_diagram("Journey")
diagram.add_node(id="visit", label="Visit")
print("N2G", importlib.metadata.version("N2G"))
print("expected: a node with the text Terms & conditions")
try:
    diagram.add_node(id="terms", label="Terms & conditions")
except ElementTree.ParseError as error:
    print("seen:     ParseError:", error)
else:
    raise SystemExit("seen: the label was taken")
PYTHON
