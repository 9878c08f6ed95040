"""What every stage speaks of. Frozen values, no behaviour beyond their own arithmetic."""

from foedus.model.answer import Answer, Reply, Witness
from foedus.model.article import Article, Part
from foedus.model.attack import Attack, Basis
from foedus.model.attribution import Attribution
from foedus.model.balance import Balance
from foedus.model.bearing import Bearing, Outside, Relation, Report
from foedus.model.candidate import Candidate
from foedus.model.cascade import Cascade, Joining, Strife
from foedus.model.change import Change
from foedus.model.claim import Claim, Evidence, Provision
from foedus.model.contents import Contents, Moment, Name, Number
from foedus.model.copy import Copy, Passage
from foedus.model.dispute import Dispute, Side
from foedus.model.dyad import DyadYear
from foedus.model.errors import DefectError, FoedusError, InputError, PackError, UsageError
from foedus.model.event import Event, Origin
from foedus.model.filing import Filing
from foedus.model.gap import Gap
from foedus.model.imprint import Imprint, Link, Voice
from foedus.model.interval import Interval
from foedus.model.judgement import KINDS, Judgement, Mark, Ruling, in_force, revoked
from foedus.model.obligation import Bond, Obligation, Tried, Truth, Verdict
from foedus.model.quantity import Quantity
from foedus.model.reading import Reading
from foedus.model.series import Point, Series
from foedus.model.span import Span
from foedus.model.standing import Amendment, Comparison, Consent, FileVersion, Told
from foedus.model.status import Stage, Status
from foedus.model.step import FROM_CONTEXT, Step, remarks_of, steps_of
from foedus.model.testimony import Testimony
from foedus.model.treaty import INTERNAL, Act, Condition, ConditionKind, Conduct, Duty, DutyKind, Effect, Party, Treaty
from foedus.model.types import CLAIM_TYPES, LIFE_CYCLE, group_of
from foedus.model.war import Fighter, War
from foedus.model.when import When

__all__ = [
    "CLAIM_TYPES",
    "FROM_CONTEXT",
    "INTERNAL",
    "KINDS",
    "LIFE_CYCLE",
    "Act",
    "Amendment",
    "Answer",
    "Article",
    "Attack",
    "Attribution",
    "Balance",
    "Basis",
    "Bearing",
    "Bond",
    "Candidate",
    "Cascade",
    "Change",
    "Claim",
    "Comparison",
    "Condition",
    "ConditionKind",
    "Conduct",
    "Consent",
    "Contents",
    "Copy",
    "DefectError",
    "Dispute",
    "Duty",
    "DutyKind",
    "DyadYear",
    "Effect",
    "Event",
    "Evidence",
    "Fighter",
    "FileVersion",
    "Filing",
    "FoedusError",
    "Gap",
    "Imprint",
    "InputError",
    "Interval",
    "Joining",
    "Judgement",
    "Link",
    "Mark",
    "Moment",
    "Name",
    "Number",
    "Obligation",
    "Origin",
    "Outside",
    "PackError",
    "Part",
    "Party",
    "Passage",
    "Point",
    "Provision",
    "Quantity",
    "Reading",
    "Relation",
    "Reply",
    "Report",
    "Ruling",
    "Series",
    "Side",
    "Span",
    "Stage",
    "Status",
    "Step",
    "Strife",
    "Testimony",
    "Told",
    "Treaty",
    "Tried",
    "Truth",
    "UsageError",
    "Verdict",
    "Voice",
    "War",
    "When",
    "Witness",
    "group_of",
    "in_force",
    "remarks_of",
    "revoked",
    "steps_of",
]
