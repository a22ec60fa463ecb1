"""Where the pages of evidence lie."""

ROOT = "bukti"
SITE = f"site/{ROOT}/"
METHOD, DICTIONARY = ("semua", "metode"), ("semua", "data")
"""Pages that are of no area lie below that of all, so that no library's name can take their place."""

STYLES = "site/bukti.css"
SCRIPT = "site/salin-tabel.js"
SIM = "sim"


def of_area(key: str) -> str:
    """Return the address of the evidence of the area *key*, below the site's root."""
    return f"{ROOT}/{key}"


def page(*parts: str) -> str:
    """Return the path of the page at *parts* below the root of evidence: ``site/bukti/32.04/2026/index.html``."""
    return "/".join((f"site/{ROOT}", *parts, "index.html"))
