"""The words for how far a story or page has come (``status``)."""

from pipeline.content.story import STATUSES, Status

STATUS: dict[str, Status] = {
    **{status: status for status in STATUSES},
    "draft": "draf",
    "review": "periksa",
    "published": "terbit",
    "corrected": "ralat",
    "withdrawn": "tarik",
}
"""Every word that is understood, with what it means."""
