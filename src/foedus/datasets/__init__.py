"""Tables of others (ATOP, the Correlates of War) → treaties and states of the model, and a pack folder with them."""

from foedus.datasets.imported import Imported
from foedus.datasets.pack import write_pack
from foedus.datasets.tables import DATASETS, import_tables

__all__ = ["DATASETS", "Imported", "import_tables", "write_pack"]
