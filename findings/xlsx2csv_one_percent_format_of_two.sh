#!/usr/bin/env bash
# xlsx2csv shows a cell in percent where the format is 0%, and as the fraction 0.500 where it is 0.0%.
# Expected: both formats are shown as Excel shows them, or neither is.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check xlsx2csv==0.8.6 openpyxl==3.1.5
env/bin/python - <<'PYTHON'
import importlib.metadata
import subprocess

import openpyxl

book = openpyxl.Workbook()
book.active.append([0.5, 0.5])
book.active["A1"].number_format = "0%"
book.active["B1"].number_format = "0.0%"
book.save("shares.xlsx")
seen = subprocess.run(["env/bin/xlsx2csv", "shares.xlsx"], capture_output=True, text=True, check=True).stdout.strip()
print("xlsx2csv", importlib.metadata.version("xlsx2csv"))
print("expected: 50%,50.0%")
print("seen:    ", seen)
assert seen == "50%,0.500"
PYTHON
