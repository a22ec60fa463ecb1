"""A short text to be read aloud over a loudspeaker: no link, no sign that has no sound, abbreviations in full.

Somebody reads it in the voice of the village office or the mosque, so it is short, says who speaks and what it is
about at once, and repeats the day and the place at the end. Nothing in it stands elsewhere than in the report.
"""

import re
from functools import cache
from typing import TYPE_CHECKING

from pipeline.desks.social.openings import MARKS
from pipeline.desks.social.sentences import sentence_ends
from pipeline.desks.social.views import Posts
from pipeline.language import N_, texts
from pipeline.platforms.sheet import Spoken
from pipeline.templating.dates import clock, long_date

if TYPE_CHECKING:
    import regex  # type: ignore[import-untyped]  # the package brings no types

MOST = 70
"""Words of the news itself: with greeting and close about three quarters of a minute."""

PACE = 2.0
"""Words a second that a listener outdoors follows; 120 a minute is the pace of a slow newsreader (our judgement)."""

_FULL = {
    "Kab.": "Kabupaten", "Kec.": "Kecamatan", "Kel.": "Kelurahan", "Prov.": "Provinsi", "Jl.": "Jalan",
    "Jln.": "Jalan", "No.": "Nomor", "Bpk.": "Bapak", "Sdr.": "Saudara", "Sdri.": "Saudari", "dll.": "dan lain-lain",
    "dsb.": "dan sebagainya", "dst.": "dan seterusnya", "dgn.": "dengan", "yg.": "yang", "s.d.": "sampai dengan",
    "s/d": "sampai dengan", "a.n.": "atas nama", "tgl.": "tanggal", "WIB": "Waktu Indonesia Barat",
    "WITA": "Waktu Indonesia Tengah", "WIT": "Waktu Indonesia Timur", "&": "dan", "kg": "kilogram", "%": " persen",
}  # fmt: skip
"""What is written short and spoken in full, in Indonesian."""

_LINK = re.compile(r"(?:https?://|www\.)\S+")
_SIGNS = re.compile(r"[*_~`#@|<>\[\]{}\\^•]+")
_BRACKETS = re.compile(r"\s*\([^()]*\)")


def spoken(view: Posts, body: str) -> Spoken:
    """Return the text for *view*, whose body is *body* (plain paragraphs)."""
    say = texts(view.language)
    parts = [
        say(N_("Ini hanya contoh, bukan kejadian nyata.")) if view.sample else "",
        say(N_("Bapak, Ibu, dan Saudara sekalian, ada kabar dari {library}.")).format(
            library=_sounding(view, view.library)
        ),
        _news(view, body),
        _when(view),
        say(N_("Keterangan selengkapnya dapat ditanyakan di perpustakaan. Terima kasih.")),
    ]
    text = "\n\n".join(part for part in parts if part)
    words = len(text.split())
    return Spoken(text=text, words=words, seconds=round(words / PACE))


def _news(view: Posts, body: str) -> str:
    """Return the title and as many first sentences as are soon told."""
    title = _sounding(view, view.title).rstrip(" .,:;")
    title = title if not title or title[-1] in "!?…" else f"{title}."
    told = _sounding(view, view.summary or body.partition("\n\n")[0])
    left = MOST - len(title.split())
    end = max((end for end in sentence_ends(told) if len(told[:end].split()) <= left), default=0)
    return f"{title} {told[:end]}".strip()


def _when(view: Posts) -> str:
    say = texts(view.language)
    day = long_date(view.date.day, view.language)
    hour = clock(view.date.clock, view.date.zone or view.zone, view.language) if view.date.clock else ""
    when = _sounding(view, f"{day}, {hour}" if hour else day)
    place = _sounding(view, view.place)
    if view.kind == "pengumuman":
        said = N_("Waktunya {when}, di {place}.") if place else N_("Waktunya {when}.")
    elif view.kind == "kegiatan":
        said = N_("Kegiatan ini berlangsung {when}, di {place}.") if place else N_("Kegiatan ini berlangsung {when}.")
    else:
        said = N_("Kabar ini bertanggal {when}.")
    return say(said).format(when=when, place=place)


def _sounding(view: Posts, text: str) -> str:
    """Return *text* on one line without what cannot be spoken."""
    text = _LINK.sub("", _BRACKETS.sub("", text))
    text = _pictures().sub("", _SIGNS.sub(" ", text))
    if view.language.partition("-")[0] == "id":
        text = _short().sub(lambda found: _FULL[found[0]], text)
    return " ".join(text.split()).strip(MARKS if text.count("“") == text.count("”") == 1 else " ")


@cache
def _short() -> re.Pattern[str]:
    words = "|".join(re.escape(short) for short in sorted(_FULL, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)|(?<=\d)%")


@cache
def _pictures() -> "regex.Pattern[str]":
    import regex  # noqa: PLC0415  start-up counts

    return regex.compile(r"\p{Extended_Pictographic}[\p{EMod}\uFE0F\u200D]*|\p{RI}|[\u200D\uFE0F\u20E3]")
