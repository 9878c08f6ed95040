"""Small invented tables in the form of ATOP and COW. State numbers are COW's; nothing else is real."""

from collections.abc import Sequence
from pathlib import Path

MEMBER = (
    "atopid cow4id member yrent moent dayent yrexit moexit dayexit ineffect phase wartime estmode length renounce "
    "termmode defense offense neutral nonagg consul defcoadv defcoloc defconum defconpr offcoadv neucoatt concoreq "
    "olimob obvary statthr1 statthr2 version"
)
ALLIANCE = (
    "atopid begyr begmo begday endyr endmo endday ineffect estmode defense offense neutral nonagg consul defcon "
    "mem1 mem2 mem3 version"
)
DYAD = (
    "version4id ccode1 state_name1 ccode2 state_name2 dyad_st_day dyad_st_month dyad_st_year dyad_end_day "
    "dyad_end_month dyad_end_year left_censor right_censor defense neutrality nonaggression entente version"
)
WAR = (
    "WarNum WarName ccode Side StartMonth1 StartDay1 StartYear1 EndMonth1 EndDay1 EndYear1 StartMonth2 StartDay2 "
    "StartYear2 EndMonth2 EndDay2 EndYear2 WhereFought Initiator"
)
STATES = "stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version"
SPELLS = f"""\
{STATES}
ZZY,995.0,Zedland,1850.0,1.0,1.0,1900.0,12.0,31.0,2016
FRN,220.0,France,1816.0,1.0,1.0,1942.0,11.0,11.0,2016
FRN,220.0,France,1944.0,8.0,25.0,2016.0,12.0,31.0,2016
RUS,365.0,Russia,1816.0,1.0,1.0,2016.0,12.0,31.0,2016
"""


def member(alliance: int, state: int, entry: str, exit_: str = "", **values: object) -> dict[str, str]:
    """A row of the member-level table; dates as in EDTF, no exit: in effect."""
    year, month, day = (*entry.split("-"), "", "")[:3]
    row = dict.fromkeys(MEMBER.split(), "0") | {"atopid": str(alliance), "member": str(state), "version": "4.01"}
    row |= {"yrent": year, "moent": month, "dayent": day, "estmode": "1", "ineffect": "" if exit_ else "1"}
    if exit_:
        year, month, day = (*exit_.split("-"), "", "")[:3]
        row |= {"yrexit": year, "moexit": month, "dayexit": day}
    return row | {name: str(value) for name, value in values.items()}


def fighter(war: int, state: int, side: int, start: str, end: str, **values: object) -> dict[str, str]:
    """A row of the table of wars; dates as in EDTF."""
    row = dict.fromkeys(WAR.split(), "-8") | {"WarNum": str(war), "WarName": f"War {war}", "ccode": str(state)}
    row |= {"Side": str(side), "WhereFought": "2", "Initiator": "2"}
    for name, text in (("Start", start), ("End", end)):
        row |= dict(zip((f"{name}{part}1" for part in ("Year", "Month", "Day")), text.split("-"), strict=False))
    return row | {name: str(value) for name, value in values.items()}


def write(path: Path, head: str, rows: Sequence[dict[str, str]], end: str = "\n") -> Path:
    """A CSV file; a row's missing columns are empty."""
    columns = head.split()
    lines = [",".join(columns), *(",".join(row.get(column, "") for column in columns) for row in rows)]
    path.write_bytes((end.join(lines) + end).encode())
    return path
