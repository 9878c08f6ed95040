"""What people decided stands in the dossier, in words."""

import msgspec

from foedus.model import Dispute, Event, Ruling, Side
from foedus.report.dossier import Dossier
from foedus.report.index import Index
from foedus.report.judgements import dispute_rulings, event_rulings
from foedus.report.wording import wording

RULING = Ruling(3, "reject", "Ada Lund", "2031-12-01T10:00:00+00:00", "a hoax")
INDEX = Index(Dossier((), (), (), (), {}, {}, (), ""), wording("en"))
EVENT = Event("ev:1", "forces.fight", (), (), None, None, None, "asserted", "positive", ("c1", "c2"), (), ())


def test_an_event_tells_who_rejected_it_or_some_of_its_claims() -> None:
    some = msgspec.structs.replace(EVENT, rejected=("c1",), judgements=(RULING,))
    assert list(event_rulings(some, INDEX)) == ["claims rejected by Ada Lund on 1 December 2031: a hoax"]
    whole = msgspec.structs.replace(some, rejected=("c1", "c2"))
    assert list(event_rulings(whole, INDEX)) == ["rejected by Ada Lund on 1 December 2031: a hoax"]
    assert list(event_rulings(EVENT, INDEX)) == []


def test_a_dispute_tells_what_the_rules_make_of_it() -> None:
    ruling = msgspec.structs.replace(RULING, kind="verdict")
    sides = (Side("1", (), ()), Side("2", (), ()))
    dispute = Dispute("dp:1", "when", "ev:1", sides, "granularity", "", "contradiction", (ruling,))
    assert list(dispute_rulings(dispute, INDEX)) == [
        "decided by Ada Lund on 1 December 2031: a hoax",
        "by the rules: They contradict each other",
    ]
