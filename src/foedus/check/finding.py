"""One thing that a check of a language has to say."""

import msgspec

from foedus.model import PackError


class Finding(msgspec.Struct, frozen=True):
    """``where`` is ``file:line``. ``harmless`` ones cost only clarity: a word declared twice, or never reached."""

    what: str
    where: str
    mend: str
    harmless: bool = False

    def __str__(self) -> str:
        return f"{self.where}: {'remark: ' if self.harmless else ''}{self.what}; {self.mend}"


def finding(error: PackError) -> Finding:
    """A refused file as a finding."""
    return Finding(error.what, error.where, error.mend)
