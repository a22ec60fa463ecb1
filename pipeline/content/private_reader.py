"""Private data in a file, and the exceptions that somebody looked at (``aman``)."""

from collections import defaultdict

from pipeline.content.catalogue_private import PRIVATE
from pipeline.content.fields import Fields
from pipeline.content.keys import SAFE
from pipeline.content.near import nearest
from pipeline.content.report import Report
from pipeline.safety.numbers import SHOWN, identity


def read_private(text: str, fields: Fields | None, report: Report) -> None:
    """Note in *report* every number in *text* (a whole file) that names a person, but for those marked safe.

    What is marked safe is noted too, in one line for each code, so that it can be counted and looked at again.
    """
    found: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for finding in identity(text):
        line = text.count("\n", 0, finding.start) + 1
        found[f"data-{finding.kind}"].append((line, finding.text))
    for code, (reason, line) in _exceptions(fields).items():
        lines = [line for line, _ in found.pop(code, ())]
        if lines:
            report.add(line, "aman-dipakai", mark=code, lines=", ".join(map(str, lines)), reason=reason)
        else:
            report.add(line, "aman-tidak-perlu", mark=code)
    for code, places in found.items():
        for line, number in places:
            report.add(line, code, start=f"{number[:SHOWN]}…", mark=code)


def _exceptions(fields: Fields | None) -> dict[str, tuple[str, int]]:
    """Return the reason and the line of every code that is marked safe; what cannot be understood is noted."""
    known: dict[str, tuple[str, int]] = {}
    if fields is None:
        return known
    codes = [code for code in PRIVATE if code.startswith("data-")]
    for entry in fields.each("aman", SAFE, "kode"):
        code, reason = entry.text("kode").lower(), entry.text("alasan")
        if code not in codes:
            entry.add("kode", "aman-tidak-dikenal", value=code, near=nearest(code, codes) or codes[0])
        elif not reason:
            entry.add("kode", "aman-tanpa-alasan", mark=code)
        else:
            known[code] = (reason, entry.line_of("kode"))
    return known
