#!/usr/bin/env bash
# pytablewriter writes the text 007 as 7 and 1e5 as 100000: it looks for numbers in texts, too.
# Expected: a value of type str comes out letter for letter; type_hints=["String"] has to be asked for.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pytablewriter==1.2.1
env/bin/python - <<'PYTHON'
import importlib.metadata

import pytablewriter


def cells(**options):
    writer = pytablewriter.MarkdownTableWriter(headers=["code"], value_matrix=[["007"], ["1e5"]], **options)
    return [line.strip("| ") for line in writer.dumps().splitlines()[2:]]


print("pytablewriter", importlib.metadata.version("pytablewriter"))
print("expected:", ["007", "1e5"])
print("seen:    ", cells(), "and with type_hints", cells(type_hints=["String"]))
assert cells() == ["7", "100000"]
assert cells(type_hints=["String"]) == ["007", "1e5"]
PYTHON
