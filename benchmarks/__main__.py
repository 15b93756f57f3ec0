"""`python -m benchmarks [NAME …]` prints one table; names choose modules: `model` runs `bench_model`.

Every module `bench_*` has a function `rows()` that measures and returns rows. Exit code 1 if a bound is not held.
"""

from __future__ import annotations

import importlib
import os
import platform
import sys
from pathlib import Path

from .measure import Row, table


def main(names: list[str]) -> int:
    """Run the chosen modules, all by default; return the exit code."""
    modules = sorted(path.stem for path in Path(__file__).parent.glob("bench_*.py"))
    unknown = [name for name in names if f"bench_{name}" not in modules]
    if unknown:
        print(f"There is no benchmark called {', '.join(unknown)}: {', '.join(name[6:] for name in modules)}.",
              file=sys.stderr)
        return 2
    rows: list[Row] = []
    for module in modules:
        if not names or module[6:] in names:
            rows += importlib.import_module(f"{__package__}.{module}").rows()
    print(f"Python {platform.python_version()} on {platform.system()}, {os.cpu_count()} processors; medians\n")
    print(table(rows))
    return 0 if all(row.ok for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
