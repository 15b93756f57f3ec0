#!/usr/bin/env bash
# tabulate, and with it DataFrame.to_markdown of pandas, writes a cell of two lines as two rows of the Markdown table.
# Expected: one row, with <br> or a space for the line break; what reads the table finds a touch point without a stage.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check tabulate==0.10.0 pandas==3.0.0 markdown-it-py==4.0.0
env/bin/python - <<'PYTHON'
import pandas
import tabulate
from markdown_it import MarkdownIt

frame = pandas.DataFrame({"stage": ["Visit", "Order"], "touch points": ["Advert\nShop window", "Form"]})
text = frame.to_markdown(index=False)
rows = MarkdownIt().enable("table").render(text).count("<tr>") - 1
print("tabulate", tabulate.__version__, "with pandas", pandas.__version__)
print(text)
print("expected: 2 rows of the table")
print("seen:    ", rows)
assert rows == 3
PYTHON
