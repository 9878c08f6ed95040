"""Foedus reads news about security treaties and answers with the sentence behind every answer."""

__version__ = "0.1.0"
