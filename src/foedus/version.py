"""The version of Foedus."""

from typing import Final

VERSION: Final = "0.1.0"
