"""`python -m journey_editor` is the same program as `journey-editor`."""

import sys

from journey_editor.cli import main

if __name__ == "__main__":
    sys.exit(main())
