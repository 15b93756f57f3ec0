#!/usr/bin/env bash
# markdownify escapes asterisks in the cells of a table, but no bar, so that the rest of the cell is lost to readers.
# Expected: the bar comes out as \|, since escaping what Markdown would take for a sign is on by default.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check markdownify==1.2.3 markdown-it-py==4.0.0
env/bin/python - <<'PYTHON'
import importlib.metadata

from markdown_it import MarkdownIt
from markdownify import markdownify

html = "<table><tr><th>Stage</th><th>Touch point</th></tr><tr><td>Visit</td><td>Web *new* | phone</td></tr></table>"
text = markdownify(html)
cells = MarkdownIt().enable("table").render(text)
print("markdownify", importlib.metadata.version("markdownify"))
print(text.strip())
print("expected: Web \\*new\\* \\| phone")
assert r"Web \*new\* | phone" in text
assert "<td>Web *new*</td>" in cells and "phone" not in cells
print("seen:     the bar is not escaped, and phone is in no cell for a reader of GitHub's Markdown")
PYTHON
