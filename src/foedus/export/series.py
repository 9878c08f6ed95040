"""Series as rows: one for each figure."""

from collections.abc import Iterator

from foedus.export.rows import Row, joined, number
from foedus.model import Series


def series_rows(series: Series) -> Iterator[Row]:
    """One row for each point."""
    for point in series.points:
        yield {
            "id": series.id,
            "type": series.type,
            "actors": joined(series.actors),
            "targets": joined(series.targets),
            "object": series.object or "",
            "place": series.place or "",
            "unit": series.unit,
            "kind": series.kind,
            "as_of": point.as_of or "",
            "low": number(point.quantity.low),
            "high": number(point.quantity.high),
            "comparator": point.quantity.comparator,
            "text": point.quantity.text,
            "origins": joined(point.origins),
            "claim_ids": joined(point.claims),
            "event_ids": joined(series.events),
        }
