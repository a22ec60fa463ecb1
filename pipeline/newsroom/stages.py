"""The stages of a report, from its first word to its withdrawal, and who may take it from one to the next. Pure."""

from typing import Literal, NamedTuple, get_args

from pipeline.language import N_

Stage = Literal["draf", "terkirim", "ditinjau", "diminta", "terbit", "perbaikan", "ralat", "ditarik", "dibuang"]
STAGES: tuple[Stage, ...] = get_args(Stage)

Act = Literal["ubah", "kirim", "tinjau", "minta", "setujui", "tarik", "buang"]

CALLED: dict[Stage, str] = {
    "draf": N_("Draf"),
    "terkirim": N_("Terkirim, menunggu penyunting"),
    "ditinjau": N_("Sedang diperiksa penyunting"),
    "diminta": N_("Penyunting bertanya"),
    "terbit": N_("Disetujui"),
    "perbaikan": N_("Terbit; ralat sedang ditulis"),
    "ralat": N_("Terbit; ralat menunggu penyunting"),
    "ditarik": N_("Ditarik"),
    "dibuang": N_("Dibuang"),
}
"""What they are called in words."""

WAITING: tuple[Stage, ...] = ("terkirim", "ditinjau", "ralat")
"""What waits for an editor."""


class _Step(NamedTuple):
    act: Act
    before: Stage
    after: Stage
    by_editors: bool = False


_STEPS = (
    _Step("ubah", "draf", "draf"),
    _Step("ubah", "diminta", "diminta"),
    _Step("ubah", "terkirim", "terkirim"),
    _Step("ubah", "ditinjau", "ditinjau", by_editors=True),
    _Step("ubah", "terbit", "perbaikan"),
    _Step("ubah", "perbaikan", "perbaikan"),
    _Step("ubah", "ralat", "ralat"),
    _Step("ubah", "dibuang", "draf"),
    _Step("kirim", "draf", "terkirim"),
    _Step("kirim", "diminta", "terkirim"),
    _Step("kirim", "perbaikan", "ralat"),
    _Step("tinjau", "terkirim", "ditinjau", by_editors=True),
    _Step("minta", "terkirim", "diminta", by_editors=True),
    _Step("minta", "ditinjau", "diminta", by_editors=True),
    _Step("minta", "ralat", "perbaikan", by_editors=True),
    _Step("setujui", "draf", "terbit", by_editors=True),
    _Step("setujui", "terkirim", "terbit", by_editors=True),
    _Step("setujui", "ditinjau", "terbit", by_editors=True),
    _Step("setujui", "diminta", "terbit", by_editors=True),
    _Step("setujui", "perbaikan", "terbit", by_editors=True),
    _Step("setujui", "ralat", "terbit", by_editors=True),
    _Step("tarik", "terbit", "ditarik", by_editors=True),
    _Step("tarik", "perbaikan", "ditarik", by_editors=True),
    _Step("tarik", "ralat", "ditarik", by_editors=True),
    _Step("buang", "draf", "dibuang"),
    _Step("buang", "diminta", "dibuang"),
)


def after(stage: Stage, act: Act, *, editor: bool) -> Stage | None:
    """Return the stage to which *act* takes a report, ``None`` where it may not be done."""
    return next(
        (step.after for step in _STEPS if (step.act, step.before) == (act, stage) and (editor or not step.by_editors)),
        None,
    )


def acts(stage: Stage, *, editor: bool) -> tuple[Act, ...]:
    """Return all that may be done to a report in *stage*."""
    return tuple(step.act for step in _STEPS if step.before == stage and (editor or not step.by_editors))
