"""Errors that reach a user: one line that says what, where, and what to do."""


class FoedusError(Exception):
    """Base of every expected failure.

    ``what`` happened, ``where`` (a file, ``file:line``, an option) and ``mend``: what the user can do.
    """

    exit_code = 1

    def __init__(self, what: str, where: str = "", mend: str = "") -> None:
        self.what, self.where, self.mend = what, where, mend
        super().__init__(f"{where + ': ' if where else ''}{what}{'; ' + mend if mend else ''}")


class InputError(FoedusError):
    """An article, folder or ledger that cannot be read. It never costs the other inputs."""


class DefectError(FoedusError):
    """A mistake of Foedus itself on one input; ``__cause__`` is the exception. It never costs the other inputs."""


def defect(error: Exception, where: str, cost: str) -> DefectError:
    """The one line for an exception that nobody expected, and what it ``cost``."""
    line = DefectError(f"a defect of Foedus, {cost}: {type(error).__name__}: {error}", where, "please report it")
    line.__cause__ = error
    return line


class PackError(FoedusError):
    """A data file that breaks the form of its pack; ``where`` is ``file:line``."""


class UsageError(FoedusError):
    """The command was called in a way that means nothing."""

    exit_code = 2
