"""``python -m citeaudit.training GOLD… -o DIR``."""

import sys

from citeaudit.training.command import main

sys.exit(main())
