#!/usr/bin/env bash
# networkx.write_gml drops a node's attribute "label" without a word: GML's label is the name of the node there.
# Expected: the text that the node shows is in the file, or an error says that the attribute cannot be written.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check networkx==3.4.2
env/bin/python - <<'PYTHON'
import networkx

graph = networkx.DiGraph()
graph.add_node("t1", label="Registration form", owner="Sales")
networkx.write_gml(graph, "journey.gml")
text = open("journey.gml", encoding="ascii").read()
back = networkx.read_gml("journey.gml")
print("networkx", networkx.__version__)
print("expected:", dict(graph.nodes(data=True)))
print("seen:    ", dict(back.nodes(data=True)))
assert "Registration" not in text
assert dict(back.nodes(data=True)) == {"t1": {"owner": "Sales"}}
PYTHON
