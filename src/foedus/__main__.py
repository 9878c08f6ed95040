"""``python -m foedus``."""

import sys

from foedus.cli.main import run

sys.exit(run())
