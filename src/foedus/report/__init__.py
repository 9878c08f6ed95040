"""Model objects in, one self-contained HTML dossier out."""

from foedus.report.dossier import Dossier
from foedus.report.page import render_dossier

__all__ = ["Dossier", "render_dossier"]
