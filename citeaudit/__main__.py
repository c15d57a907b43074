"""``python -m citeaudit``."""

import sys

from citeaudit.cli import main

if __name__ == "__main__":
    sys.exit(main())
