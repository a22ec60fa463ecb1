"""Words that praise or count without telling how one knows. What somebody is quoted with is his own."""

import re
from collections.abc import Iterator
from functools import cache

from pipeline.coaching.manuscript import Cited, Manuscript
from pipeline.content.problem import Problem

QUOTED = re.compile('“[^”]{0,1000}”|"[^"]{0,1000}"|‘[^’]{0,1000}’')
"""What stands in quotation marks."""


def claims(script: Manuscript) -> Iterator[Problem]:
    """Yield the first vague number and the first unproved claim; the title's before the body's."""
    title = script.story.title
    found = [(title, "judul"), *((sentence, "") for sentence in script.sentences)]
    yield from _first(script, found, _vague(), _proof_of_number(), "saran-angka-kabur")
    yield from _first(script, found, _boasts(), _proof(), "saran-klaim")


def _first(
    script: Manuscript, texts: list[tuple[str, str]], claim: re.Pattern[str], proof: re.Pattern[str], code: str
) -> Iterator[Problem]:
    for text, key in texts:
        said = QUOTED.sub(lambda found: " " * len(found[0]), text)
        found = claim.search(said)
        if found is None or proof.search(said):
            continue
        cited = script.exactly(found[0], head=bool(key))
        if cited is not None:
            yield _noted(script, cited, script.line_of(key) if key else cited.line, code)
            return


def _noted(script: Manuscript, cited: Cited, line: int, code: str) -> Problem:
    people = script.story.participants
    what = cited.words.split()[-1]
    number = f"{people.total} {what}" if people and people.total else f"… {what}, dihitung dari daftar hadir"
    return script.note(line, code, words=cited.words, example=number)


@cache
def _vague() -> re.Pattern[str]:
    things = (
        "orang|warga|anak(?!\\s(?:panah|tangga))|peserta|siswa|pelajar|ibu|bapak|remaja|pemuda|pengunjung|masyarakat|petani|"
        "lansia|buku|eksemplar|judul|undangan|santri|guru|pembaca|keluarga"
    )
    return re.compile(
        rf"\b(?:ratusan|puluhan|ribuan|banyak sekali|sejumlah besar|sangat banyak)\s(?:{things})\b", re.IGNORECASE
    )


@cache
def _boasts() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:(?:perpustakaan|layanan|program|desa|kegiatan|acara|pelatihan|inovasi)\sterbaik|terbaik\s(?:di|se)\b"
        r"|ter(?:besar|lengkap|sukses|populer|depan|megah|maju)\s(?:di|se)\w*|satu-satunya\sdi|nomor satu\sdi"
        r"|paling\s(?:sukses|lengkap|maju|populer|aktif)\s(?:di|se)\w*"
        r"|pertama(?:\skali(?:nya)?)?\sdi\s(?:desa|kecamatan|kabupaten|kota|provinsi|indonesia|dunia)\b"
        r"|luar biasa|(?:sangat|begitu|amat)\s(?:sukses|meriah|antusias)|sukses besar|penuh antusias(?:me)?"
        r"|berjalan\s(?:dengan\s)?(?:sangat\s)?(?:lancar|sukses|meriah|baik dan lancar)"
        r"|disambut\s(?:dengan\s)?(?:sangat\s)?(?:antusias|meriah))\b",
        re.IGNORECASE,
    )


@cache
def _proof_of_number() -> re.Pattern[str]:
    return re.compile(r"\d")


@cache
def _proof() -> re.Pattern[str]:
    return re.compile(
        r"\d|\b(?:menurut|berdasarkan|tercatat|data|juara|lomba|penghargaan|survei|dinilai|dinobatkan|ditetapkan|kata|ujar)\b",
        re.IGNORECASE,
    )
