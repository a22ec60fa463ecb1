"""What a reader asks, and a report should answer: who, where, when, why, with what result, by what evidence, and then?

After the IFLA Library Map's stories (need, action, result, evidence) and the five questions of news. A question is
asked only where no word of the report begins to answer it: a good report is left in peace.
"""

import re
from collections.abc import Iterator
from functools import cache

from pipeline.coaching.manuscript import Manuscript
from pipeline.coaching.numerals import PATTERN, numerals
from pipeline.content.problem import Problem

SHORT = 30
"""Words below which a body is hardly more than a caption."""

PEOPLE = (
    "warga|orang|peserta|anak|siswa|siswi|murid|pelajar|ibu|bapak|petani|nelayan|remaja|pemuda|pemudi|lansia|pengunjung|"
    "pengelola|relawan|pustakawan|guru|kader|pedagang|santri|mahasiswa|balita|keluarga|perajin|penenun|tetua|sesepuh|"
    "perempuan|laki-laki|penyandang|anggota|pembaca|peminjam|undangan|desa|tim|kelompok|sekolah|regu"
)


def needs(script: Manuscript) -> Iterator[Problem]:
    """Yield what is missing in *script* for its kind of report."""
    title = script.title()
    if title is None or not script.text:
        return
    story = script.story
    line, words = title.line, title.words
    if story.kind == "pengumuman":
        yield from _invitation(script, words)
        return
    count = len(script.text.split())
    start = script.cite(script.lead or script.text) or title
    if count < SHORT:
        yield script.note(start.line, "saran-isi-pendek", number=count, words=start.words, who=_who(script))
        return
    if story.kind == "advokasi" and not script.has("permintaan", "dukungan") and not _asks().search(script.said):
        yield script.note(line, "saran-permintaan", words=words, whom=_whom(script))
    if not script.has("hasil", "dampak", "sesudah") and not _results().search(script.said):
        yield script.note(line, "saran-hasil", words=words, who=_who(script))
    if _needs_reason(script) and not script.has("masalah", "makna") and not _reasons().search(script.said):
        yield script.note(line, "saran-masalah", words=words, example=story.title.rstrip(".!? "))
    if (
        story.kind in ("cerita-dampak", "advokasi")
        and not script.has("tindakan")
        and not _library().search(script.said)
    ):
        yield script.note(line, "saran-tindakan", words=words, who=_who(script))
    if story.kind in ("kegiatan", "cerita-dampak") and not script.has("peserta") and not _counted().search(script.said):
        yield script.note(line, "saran-siapa", words=words)
    if not script.has("lokasi") and not _places().search(script.said):
        yield script.note(start.line, "saran-tempat", words=start.words)
    yield from _unproved(script)


def _needs_reason(script: Manuscript) -> bool:
    """Whether somebody will ask what this is for: a service that is simply offered needs no reason."""
    story = script.story
    return story.kind in ("cerita-dampak", "advokasi") or story.strategy in (None, "pelibatan-masyarakat", "advokasi")


def _invitation(script: Manuscript, words: str) -> Iterator[Problem]:
    story = script.story
    if story.date.clock is None and not _hours().search(script.said):
        day = script.fields.text("tanggal") if script.fields else ""
        yield script.note(script.line_of("tanggal"), "saran-waktu", words=words, example=day)
    if not script.has("lokasi") and not _places().search(script.said):
        yield script.note(script.line_of("judul"), "saran-tempat", words=words)


def _unproved(script: Manuscript) -> Iterator[Problem]:
    """Yield a result that is told without a number, in a report without evidence."""
    if script.has("bukti", "sesudah", "sebelum"):
        return
    for key, text in (("dampak", script.story.outcome), ("hasil", script.story.result)):
        if text and not any(numerals(text)):
            cited = script.cite(text, head=True)
            if cited is not None:
                example = text.rstrip(".!? ")
                yield script.note(script.line_of(key), "saran-bukti", words=cited.words, example=example)
                return


def _who(script: Manuscript) -> str:
    people = script.story.participants
    return f"{people.total} peserta" if people and people.total else "warga"


def _whom(script: Manuscript) -> str:
    named = (name for name in script.story.partners if re.match(r"(?:Pemerintah|Pemdes|Dinas)\b", name))
    return next(named, "Pemerintah Desa")


# -- words that begin to answer a question -----------------------------------------------------------------------------


@cache
def _asks() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:(?:me)?minta|usul\w*|mengusulkan|(?:me)?mohon|permohonan|mengajak|(?:ber)?harap\w*|diharapkan|(?:mem)?butuh\w*"
        r"|dibutuhkan|(?:me)?perlu\w*|permintaan|anggaran|dukungan)\b",
        re.IGNORECASE,
    )


@cache
def _results() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:hasil\w*|menghasilkan|kini|sekarang|berhasil|mulai|terjual|dapat|bisa|mampu|selesai|tercatat|terkumpul"
        r"|(?:ber|di)tambah\w*|naik|meningkat|berkurang|turun|menjadi|jadi|(?:di|me)\w*pinjam\w*|sepakat"
        r"|(?:me|di)\w*sepakati|membawa pulang|pulang|akhirnya|seusai|sesudah|setelah|berubah|perubahan|pilihan"
        r"|(?:ter|di|me)(?:pilih|milih)|(?:di|me)(?:buka|pasang|tanam|tetapkan|putuskan|mutuskan)|memperoleh"
        r"|mendapat\w*|menerima|lulus|\w*panen\w*|kilogram|kg|bungkus|eksemplar|lembar|rp)\b",
        re.IGNORECASE,
    )


@cache
def _reasons() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:karena|sebab\w*|agar|supaya|untuk|demi|guna|akibat|sehingga|alasan\w*|tujuan\w*|bertujuan|gagasan|masalah|resah"
        r"|khawatir|kebutuhan|(?:ke)?sulit\w*|belum|jauh|selama ini|biasanya|dahulu|dulu|keluhan|(?:mem)?butuh\w*"
        r"|(?:me)?perlu\w*|dimaksudkan|berangkat dari|sejak|kerap|sering|tidak)\b",
        re.IGNORECASE,
    )


@cache
def _library() -> re.Pattern[str]:
    return re.compile(r"\b(?:perpustakaan|pengelola|pustakawan|relawan|petugas|taman baca\w*|kami)\b", re.IGNORECASE)


@cache
def _counted() -> re.Pattern[str]:
    return re.compile(rf"{PATTERN}\s(?:\w+\s){{0,2}}(?:{PEOPLE})\b|\b(?:{PEOPLE})\D{{0,20}}\d", re.IGNORECASE)


@cache
def _places() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:[Dd]i|[Kk]e|[Dd]ari)\s(?:[A-Z]|(?:perpustakaan|balai|ruang|halaman|aula|rumah|pasar|sekolah|kantor|lapangan"
        r"|dermaga|pendopo|teras|kebun|kelas|desa|dusun|taman|masjid|gereja|posyandu|pojok|gedung|beranda|pantai|sawah)\b)"
    )


@cache
def _hours() -> re.Pattern[str]:
    return re.compile(r"\b(?:pukul|pkl|jam)\b|\b\d{1,2}[.:]\d{2}\b", re.IGNORECASE)
