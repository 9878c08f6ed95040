"""Events and treaty files become statuses: where each treaty stands, and why."""

from foedus.assess.assess import assess

__all__ = ["assess"]
