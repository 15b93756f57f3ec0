#!/usr/bin/env bash
# in2csv of csvkit turns texts of a workbook into numbers: the workbook says that a cell is text, csvkit guesses anew.
# Expected: a cell that is stored as text, such as the stage code 0012, comes out as it stands. -I leaves it alone.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check csvkit==2.2.0 openpyxl==3.1.5
env/bin/python - <<'PYTHON'
import csv
import importlib.metadata
import io
import subprocess

import openpyxl

book = openpyxl.Workbook()
book.active.append(["stage", "code"])
book.active.append(["Visit", "0012"])
book.active.append(["Order", "0007"])
book.save("stages.xlsx")
assert [cell.data_type for cell in openpyxl.load_workbook("stages.xlsx").active["B"]] == ["s", "s", "s"]


def codes(*options):
    done = subprocess.run(["env/bin/in2csv", *options, "stages.xlsx"], capture_output=True, text=True, check=True)
    return [row["code"] for row in csv.DictReader(io.StringIO(done.stdout))]


print("csvkit", importlib.metadata.version("csvkit"))
print("expected:", ["0012", "0007"])
print("seen:    ", codes(), "and with -I", codes("-I"))
assert codes() == ["12", "7"]
assert codes("-I") == ["0012", "0007"]
PYTHON
