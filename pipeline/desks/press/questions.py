"""The six questions that news answers (5W1H), and which of them a report leaves open. None is answered for its writer.

Only what can be told reliably is asked: that something is missing altogether. How well it is told, people judge.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from pipeline.content.story import Story
from pipeline.language import N_

Name = Literal["apa", "siapa", "kapan", "di mana", "mengapa", "bagaimana"]


NAMES: dict[Name, str] = {
    "apa": N_("apa"), "siapa": N_("siapa"), "kapan": N_("kapan"), "di mana": N_("di mana"),
    "mengapa": N_("mengapa"), "bagaimana": N_("bagaimana"),
}  # fmt: skip


class Question(NamedTuple):
    """A question that is open: what is missing, and what to write. Both are to be translated."""

    name: Name
    missing: str
    fix: str


_WHY = re.compile(
    r"\b(?:karena|sebab|lantaran|akibat|supaya|agar|demi|bertujuan|tujuan(?:nya)?|guna|sehingga|alasan(?:nya)?|berawal|"
    r"keluhan|because|so that|in order to)\b",
    re.IGNORECASE,
)
"""Words with which Indonesian and English texts give a reason or an aim."""

FEW_WORDS = 60
"""A body of fewer words can hardly tell how something went."""

LEAST = 8
"""Fewer words tell what happened in a title only."""


def open_questions(story: Story, text: str) -> tuple[Question, ...]:
    """Return what *story*, whose body is *text* (plain), does not say, in the order in which news is written."""
    return tuple(_open(story, text))


def _open(story: Story, text: str) -> Iterator[Question]:
    said = f"{story.summary} {text}"
    if len(said.split()) < LEAST:
        yield Question("apa", N_("apa yang terjadi"), N_("Tulis ringkasan: satu atau dua kalimat inti."))
    if not _people(story, said):
        yield Question(
            "siapa",
            N_("siapa yang ikut atau berbicara"),
            N_("Tulis misalnya: peserta: 24, atau satu kutipan."),
        )
    if story.kind == "pengumuman" and story.date.clock is None:
        yield Question("kapan", N_("pukul berapa"), N_("Tulis jamnya: tanggal: 12 Mei 2023 pukul 09.00 WIB"))
    if not story.place:
        yield Question("di mana", N_("di mana tempatnya"), N_("Tulis misalnya: lokasi: Balai Desa Sukamaju"))
    if not (story.problem or story.meaning or _WHY.search(said)):
        yield Question("mengapa", N_("mengapa ini dilakukan"), N_("Tulis misalnya: masalah: Sayur harus dibeli jauh."))
    if not (story.action or story.steps or len(text.split()) >= FEW_WORDS):
        yield Question(
            "bagaimana", N_("bagaimana jalannya"), N_("Ceritakan urutannya di isi laporan, dua atau tiga paragraf.")
        )


def _people(story: Story, said: str) -> bool:
    return (
        story.participants is not None
        or bool(story.quotes or story.partners)
        or re.search(r"\b(?:Bu|Ibu|Pak|Bapak|Kak|Ketua|Kepala|Bupati|Camat|Mr|Mrs|Ms)\.? [A-Z]", said) is not None
    )
