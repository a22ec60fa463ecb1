"""Corrections of a story as pages and feeds show them.

The press council asks that a correction is tied to what it corrects and says when it was made (Pedoman Pemberitaan
Media Siber, point 4).
"""

from collections import Counter

from pipeline.archive.entry import Entry
from pipeline.desks.site.views import Corrected


def corrected(entry: Entry) -> tuple[Corrected, ...]:
    """Return the corrections of *entry*, the newest first.

    Each has a name of its own on the page, by its day, so that a link to it stays when others come.
    """
    ordered = sorted(entry.story.corrections, key=lambda item: item.date.instant(entry.zone))
    days: Counter[str] = Counter()
    found: list[Corrected] = []
    for item in ordered:
        day = item.date.day.isoformat()
        days[day] += 1
        anchor = f"ralat-{day}" if days[day] == 1 else f"ralat-{day}-{days[day]}"
        found.append(Corrected(item.date, item.date.instant(entry.zone), item.text, anchor))
    return tuple(reversed(found))
