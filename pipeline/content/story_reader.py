"""From the bytes of one report to its record, and every problem in it.

What holds a story back, and what does not: an error holds it only where publishing would be wrong, because it could
not be dated, placed or named, might be meant to be secret, or would say something false. A strategy, topic or photo
that cannot be understood costs the story that detail and no more.
"""

import datetime as dt
import re

from pipeline.content.address import FOLDERS, named_address, slug, story_address, topic_slug
from pipeline.content.alias import read_aliases
from pipeline.content.body_reader import read_prose
from pipeline.content.correction_reader import read_corrections
from pipeline.content.document import Document, open_document
from pipeline.content.fields import Fields
from pipeline.content.found import Found
from pipeline.content.keys import PARTNER, STORY
from pipeline.content.moment import Moment
from pipeline.content.node import Group, Many, Scalar
from pipeline.content.participants_reader import read_participants
from pipeline.content.photo_reader import read_photos
from pipeline.content.private_reader import read_private
from pipeline.content.proof_reader import (
    read_change,
    read_funding,
    read_people,
    read_proofs,
    read_recipe,
    read_survey,
)
from pipeline.content.quote_reader import read_quotes
from pipeline.content.region_reader import read_region
from pipeline.content.release_reader import read_release, read_stories
from pipeline.content.report import Report
from pipeline.content.social_reader import read_social
from pipeline.content.status import STATUS
from pipeline.content.story import KINDS, STRATEGIES, Kind, Read, Story, Strategy
from pipeline.content.summary import summarize
from pipeline.content.support_reader import read_asks, read_supports
from pipeline.content.when import moment
from pipeline.content.withheld_reader import read_withheld

MOST_WORDS = 12
"""Words of a title that still fits a search result and a phone's first line."""

LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", re.ASCII)
"""A language tag as HTML wants it (RFC 5646), such as ``id``, ``jv``, ``su``."""

NO_DATE = Moment(dt.date.min)
"""Stands in for a ``tanggal`` that could not be read; the story is then held back."""

_KIND: dict[str, Kind] = {kind: kind for kind in KINDS}
_STRATEGY: dict[str, Strategy] = {strategy: strategy for strategy in STRATEGIES}


def read_story(path: str, data: bytes) -> Read:
    """Return what the report *data* says. Pure; never raises for what is in it.

    *path* is that of its file, relative to the newsroom's root, with ``/``.
    """
    return read_whole(path, data)[0]


def read_whole(path: str, data: bytes) -> tuple[Read, Document | None]:
    """Return the same, and the file itself, for those who look at how it was written; ``None`` without front matter."""
    report = Report(path)
    document = open_document(data, STORY, report)
    if document is None:
        story_address(path, None, report)
        return Read(None, problems=report.problems), None
    body = read_prose(document, report)
    found = read_private(document, report)
    if document.fields is None:
        story_address(path, None, report)
        return Read(None, body.html, body.text, report.problems, found), None
    story = _read(document.fields, path, body.text, found)
    if story is not None and story.status != "tarik":
        read_withheld(document, body.text, story.quotes, report)
    whole = story if _is_whole(story, report) else None
    return Read(whole, body.html, body.text, report.problems, found), document


def _is_whole(story: Story | None, report: Report) -> bool:
    """Whether there is a record of *story*. One that was taken down shows nothing, so errors need not hold it back."""
    if story is None:
        return False
    return not report.holds or (story.status == "tarik" and bool(story.address) and story.date != NO_DATE)


def _read(fields: Fields, path: str, text: str, found: tuple[Found, ...]) -> Story | None:
    """Return the story, or ``None`` where it lacks what every story needs (which is noted)."""
    date = _required_date(fields)
    address = story_address(path, date, fields.report)
    summary = fields.text("ringkasan")
    library = _library(fields)
    kind = fields.choice("jenis", _KIND, wrong="jenis-tidak-dikenal") or _usual_kind(path)
    participants = read_participants(fields)
    story = Story(
        address=address or "",
        path=path,
        title=_title(fields),
        date=date or NO_DATE,
        library=library,
        publish_at=moment(fields, "terbit_pada")[0],
        embargo=moment(fields, "embargo")[0],
        status=fields.choice("status", STATUS, wrong="status-tidak-dikenal") or "terbit",
        kind=kind,
        strategy=fields.choice("strategi", _STRATEGY, wrong="strategi-tidak-dikenal"),
        topics=_topics(fields),
        hashtags=_tags(fields, "tagar"),
        summary=summary or _made_summary(fields, text, found),
        summary_given=bool(summary),
        author=fields.text("penulis"),
        place=fields.text("lokasi"),
        region=read_region(fields, wrong="wilayah-tidak-sah") or None,
        participants=participants,
        partners=_partners(fields),
        photos=read_photos(fields, path),
        quotes=read_quotes(fields),
        problem=fields.text("masalah"),
        action=fields.text("tindakan"),
        result=fields.text("hasil"),
        outcome=fields.text("dampak"),
        meaning=fields.text("makna"),
        steps=_steps(fields),
        proofs=read_proofs(fields),
        change=read_change(fields),
        survey=read_survey(fields),
        people=read_people(fields, participants),
        cost=fields.money("biaya"),
        funding=read_funding(fields),
        recipe=read_recipe(fields),
        asks=read_asks(fields),
        supports=read_supports(fields),
        event=_event(fields, library),
        release=read_release(fields, kind),
        about=read_stories(fields),
        corrections=read_corrections(fields),
        withdrawn_because=fields.text("tarik_alasan"),
        aliases=read_aliases(fields),
        language=_language(fields),
        original=_original(fields, address or ""),
        social=read_social(fields),
        sample=fields.yes("contoh") or False,
    )
    _check(fields, story, text)
    return story


def _usual_kind(path: str) -> Kind:
    """Return what a report is that does not say so: its folder tells."""
    return "siaran-pers" if path.startswith(FOLDERS[1]) else "kegiatan"


def _title(fields: Fields) -> str:
    title = fields.required("judul", "judul-hilang")
    if len(title.split()) > MOST_WORDS:
        fields.add("judul", "judul-panjang", words=len(title.split()), most=MOST_WORDS)
    return title


def _library(fields: Fields) -> str:
    """Return the slug of ``perpustakaan``; a name, as in ``Perpustakaan Desa Sukamaju``, is made into one."""
    text = fields.required("perpustakaan", "perpustakaan-hilang")
    library = slug(text.removesuffix(".md"))
    if text and not library:
        fields.add("perpustakaan", "wajib-bukan-teks")
    return library


def _required_date(fields: Fields) -> Moment | None:
    if fields.lacks("tanggal"):
        fields.add("tanggal", "tanggal-hilang")
    return moment(fields, "tanggal")[0]


def _check(fields: Fields, story: Story, text: str) -> None:
    """Note what shows only when the whole story is known."""
    if not text:
        fields.report.add(1, "isi-kosong")
    if story.status == "tarik" and not story.withdrawn_because:
        fields.add("tarik_alasan", "tarik-tanpa-alasan")
    if story.status == "ralat" and not story.corrections:
        fields.add("ralat", "ralat-tanpa-catatan")
    if story.asks and story.supports and not any(line.matter for line in (*story.asks, *story.supports)):
        fields.add("dukungan", "dukungan-tanpa-kode")
    if story.date != NO_DATE and story.address:
        _check_month(fields, story)


def _check_month(fields: Fields, story: Story) -> None:
    """Note a ``tanggal`` of another month than the folder; an invitation may lie ahead of its folder."""
    month, folder = f"{story.date.day:%Y/%m}", story.address[:7]
    if month != folder and not (story.kind == "pengumuman" and month > folder):
        fields.add("tanggal", "tanggal-beda-folder", value=fields.text("tanggal"), month=month, folder=folder)


def _made_summary(fields: Fields, text: str, found: tuple[Found, ...]) -> str:
    """Return the summary that the body makes; the message repeats nothing that tells of persons."""
    summary = summarize(text)
    if summary:
        told = any(one.text in summary for one in found)
        fields.add("ringkasan", "ringkasan-hilang", example="…" if told else summary)
    return summary


def _tags(fields: Fields, key: str) -> tuple[str, ...]:
    """Return words without their ``#``, each once."""
    tags = (word.lstrip("#").strip() for word in fields.words(key))
    return tuple({tag.casefold(): tag for tag in tags if tag}.values())


def _topics(fields: Fields) -> tuple[str, ...]:
    """Return the topics as parts of addresses (``Literasi anak`` gives ``literasi-anak``), each once.

    Pages are named by them, so nothing else of what was written may remain: no ``/``, no ``..``.
    """
    found: dict[str, None] = {}
    for tag in _tags(fields, "topik"):
        if topic := topic_slug(tag):
            found[topic] = None
        else:
            fields.add("topik", "topik-tidak-sah", value=tag)
    return tuple(found)


def _partners(fields: Fields) -> tuple[str, ...]:
    """Return the names of ``mitra``: a list, one text with commas, or mappings with ``nama``."""
    node = fields.node("mitra")
    if not isinstance(node, Group | Many) or all(isinstance(item, Scalar) for item in getattr(node, "items", [node])):
        return fields.words("mitra")
    names = (partner.text("nama") for partner in fields.each("mitra", PARTNER, "nama"))
    return tuple(dict.fromkeys(name for name in names if name))


_NUMBERED = re.compile(r"^(?:\d{1,2}[.)]|[-*•])\s+")


def _steps(fields: Fields) -> tuple[str, ...]:
    """Return ``langkah``: a list, or a text with one step on each line, numbered or not."""
    node = fields.node("langkah")
    found = fields.paragraphs("langkah").splitlines() if isinstance(node, Scalar) else fields.words("langkah")
    return tuple(step for line in found if (step := _NUMBERED.sub("", line.strip())))


def _event(fields: Fields, library: str) -> str:
    """Return ``kegiatan`` as ``<library>/<slug>``, empty where it is absent."""
    owner, _, name = fields.text("kegiatan").rpartition("/")
    event = slug(name)
    return f"{slug(owner) or library}/{event}" if event else ""


def _original(fields: Fields, address: str) -> str:
    """Return the address of the story of which this is a translation, empty where it is none.

    What cannot be understood there holds the report: as a story of its own it would stand twice in every list.
    """
    text = fields.text("terjemahan")
    if not text:
        if fields.node("terjemahan") is not None:
            fields.add("terjemahan", "terjemahan-tidak-sah", value="…")
        return ""
    found = named_address(text)
    if found is None or found == address:
        fields.add("terjemahan", "terjemahan-tidak-sah", value=text)
        return ""
    if fields.lacks("bahasa"):
        fields.add("terjemahan", "terjemahan-tanpa-bahasa")
    return found


_LANGUAGES = {
    "indonesia": "id", "indonesian": "id", "inggris": "en", "english": "en", "jawa": "jv", "javanese": "jv",
    "sunda": "su", "sundanese": "su", "bali": "ban", "bugis": "bug", "madura": "mad", "minangkabau": "min",
}  # fmt: skip
"""Languages as people call them, and their codes (ISO 639)."""


def _language(fields: Fields) -> str:
    text = fields.text("bahasa")
    language = text.replace("_", "-").lower() or "id"
    language = _LANGUAGES.get(language.removeprefix("bahasa "), language)
    if LANGUAGE.fullmatch(language):
        return language
    fields.add("bahasa", "bahasa-tidak-dikenal", value=text)
    return "id"
