"""What every stage speaks of. Frozen values, no behaviour beyond their own arithmetic."""

from foedus.model.article import Article, Part
from foedus.model.attribution import Attribution
from foedus.model.balance import Balance
from foedus.model.claim import Claim, Evidence, Provision
from foedus.model.dispute import Dispute, Side
from foedus.model.errors import DefectError, FoedusError, InputError, PackError, UsageError
from foedus.model.event import Event, Origin
from foedus.model.gap import Gap
from foedus.model.interval import Interval
from foedus.model.quantity import Quantity
from foedus.model.reading import Reading
from foedus.model.span import Span
from foedus.model.status import Stage, Status
from foedus.model.treaty import Act, Duty, Party, Treaty
from foedus.model.types import CLAIM_TYPES, LIFE_CYCLE, group_of
from foedus.model.when import When

__all__ = [
    "CLAIM_TYPES",
    "LIFE_CYCLE",
    "Act",
    "Article",
    "Attribution",
    "Balance",
    "Claim",
    "DefectError",
    "Dispute",
    "Duty",
    "Event",
    "Evidence",
    "FoedusError",
    "Gap",
    "InputError",
    "Interval",
    "Origin",
    "PackError",
    "Part",
    "Party",
    "Provision",
    "Quantity",
    "Reading",
    "Side",
    "Span",
    "Stage",
    "Status",
    "Treaty",
    "UsageError",
    "When",
    "group_of",
]
