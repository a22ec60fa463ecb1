"""Which column of a table is which key: proposed from its headings, and remembered in ``pemetaan.toml``."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any, Literal, NamedTuple

from pipeline.content.near import nearest
from pipeline.errors import UsageError
from pipeline.language import _

PATH = "content/inbox/pemetaan.toml"

Purpose = Literal["laporan", "perpustakaan"]
PURPOSES: tuple[Purpose, ...] = ("laporan", "perpustakaan")

DROP, NOTE, CHOICE, ID, SENT = "buang", "catatan", "pilihan:", "kunci", "dikirim"
"""Besides keys: leave out; keep as a note; one of several ticks of a key; what names the row; when it was sent."""

STORY: dict[str, str] = {
    "judul": (
        "judul laporan|judul kegiatan|judul berita|nama kegiatan|judul|title|headline|activity name|kegiatan|event"
    ),
    "tanggal": (
        "tanggal kegiatan|tanggal pelaksanaan|waktu kegiatan|tanggal|tgl|hari tanggal|activity date|date|"
        "event date|kapan"
    ),
    "perpustakaan": (
        "nama perpustakaan|perpustakaan|asal perpustakaan|library|library name|perpusdes|nama perpusdes|taman baca"
    ),
    "isi": (
        "isi laporan|cerita|uraian kegiatan|uraian|deskripsi|deskripsi kegiatan|ceritakan kegiatannya|"
        "isi|laporan|narasi|story|description|report|what happened|jalannya kegiatan"
    ),
    "ringkasan": "ringkasan|inti cerita|summary|abstract",
    "penulis": "penulis|nama pelapor|pelapor|nama penulis|author|reporter|nama pengirim|nama petugas|pengelola",
    "lokasi": "lokasi|tempat|tempat kegiatan|lokasi kegiatan|location|place|venue",
    "wilayah": "kode wilayah|kode kemendagri|kode desa|region code|village code",
    "strategi": "strategi|strategi tpbis|strategy",
    "topik": "topik|tema|bidang|kategori|topics|topic|category|theme",
    "jenis": "jenis laporan|type|jenis",
    "mitra": "mitra|lembaga mitra|kerja sama|partners|partner",
    "peserta.total": "jumlah peserta|peserta|total peserta|participants|number of participants|total participants",
    "peserta.laki-laki": "laki laki|peserta laki laki|jumlah laki laki|pria|men|male participants|male",
    "peserta.perempuan": "perempuan|peserta perempuan|jumlah perempuan|wanita|women|female participants|female",
    "peserta.anak": "anak|peserta anak|jumlah anak|anak anak|children",
    "peserta.lansia": "lansia|peserta lansia|jumlah lansia|elderly",
    "peserta.disabilitas": "disabilitas|peserta disabilitas|difabel|penyandang disabilitas|people with disabilities",
    "masalah": "masalah|latar belakang|kendala awal|problem",
    "tindakan": "tindakan|yang dilakukan|action",
    "hasil": "hasil|hasil kegiatan|result|results|output",
    "dampak": "dampak|perubahan|dampak kegiatan|outcome|impact",
    "biaya": "biaya|anggaran|cost|budget",
    "sumber_dana": "sumber dana|sumber anggaran|funding|source of funds",
    "kutipan.teks": "kutipan|testimoni|kesaksian|kata peserta|quote|testimony",
    "kutipan.nama": "nama narasumber|nama yang dikutip|narasumber|quoted person",
    "foto": "foto|foto kegiatan|dokumentasi|unggah foto|gambar|photo|photos|picture|documentation",
    "foto.keterangan": "keterangan foto|caption|photo caption",
}
"""Key -> headings that mean it, lower-case and without signs."""

LIBRARY: dict[str, str] = {
    "nama": "nama perpustakaan|nama|perpustakaan|library name|library|name|nama perpusdes",
    "tingkat": "tingkat|jenis perpustakaan|level|tingkat perpustakaan",
    "wilayah": "kode wilayah|kode kemendagri|kode desa|region code|village code|kode|wilayah",
    "desa": "desa|nama desa|desa kelurahan|kelurahan|village",
    "kecamatan": "kecamatan|nama kecamatan|district|kec",
    "kabupaten": "kabupaten|kabupaten kota|kab kota|nama kabupaten|regency|kota",
    "provinsi": "provinsi|province|nama provinsi",
    "alamat": "alamat|alamat perpustakaan|alamat lengkap|address",
    "kontak.telepon": "telepon perpustakaan|telepon kantor|library phone|nomor telepon perpustakaan",
    "kontak.whatsapp": "whatsapp perpustakaan|wa perpustakaan",
    "kontak.surel": "surel perpustakaan|email perpustakaan|library email",
    "kontak.situs": "situs|website|situs web|laman",
    "kontak.instagram": "instagram|akun instagram|ig",
    "kontak.facebook": "facebook|akun facebook|fb",
    "tentang": "tentang|profil|profil singkat|about|sejarah singkat",
    "umpan": "umpan|rss|feed",
}

MACHINE: dict[str, str] = {
    "timestamp": SENT, "cap waktu": SENT, "stempel waktu": SENT, "_submission_time": SENT, "submissiondate": SENT,
    "_uuid": ID, "instanceid": ID, "meta/instanceid": ID, "submission id": ID, "id kiriman": ID, "id": ID,
}  # fmt: skip
"""Headings that forms write themselves (Google Forms, KoboToolbox, ODK)."""

PRIVATE = re.compile(
    r"\b(?:nik|ktp|no(?:mor|\.)?\s*(?:hp|wa|telp|telepon|telpon|handphone|whatsapp|ponsel|rekening|kk)|hp|phone|telepon|telp"
    r"|whatsapp|e?-?mail|surel|tanggal lahir|tgl lahir|alamat rumah|rekening|username)\b",
    re.IGNORECASE,
)
"""Headings of what is nobody's business but the form's owner's."""

Columns = Mapping[str, str]


class Mapped(NamedTuple):
    """What each heading of one table means. *known*: the editor's own file said so, and nothing was proposed."""

    purpose: Purpose
    columns: Columns
    known: bool


def keys_for(purpose: Purpose) -> tuple[str, ...]:
    """Return everything that a column may be."""
    table = STORY if purpose == "laporan" else LIBRARY
    return (*table, SENT, ID, NOTE, DROP)


def propose(headings: Iterable[str], purpose: Purpose, earlier: Columns | None = None) -> dict[str, str]:
    """Return what each of *headings* probably means; what is *earlier* known of one goes first. Pure.

    A key is given once, to the heading that says it best; the others of its kind are kept as notes.
    """
    headings = tuple(headings)
    earlier = earlier or {}
    table = STORY if purpose == "laporan" else LIBRARY
    out = {heading: earlier[heading] for heading in headings if heading in earlier}
    ticks = _ticks(headings)
    scored = sorted(
        (-score, at, key)
        for at, heading in enumerate(headings)
        if heading not in out
        for key, score in _scores(heading, table)
    )
    given = {value for value in out.values() if value not in {DROP, NOTE} and not value.startswith(CHOICE)}
    for _score, at, key in scored:
        heading = headings[at]
        if heading not in out and key not in given and heading not in ticks:
            out[heading] = key
            given.add(key)
    for heading in headings:
        if heading not in out:
            out[heading] = _rest(heading, ticks, table)
    for group in {parent for parent, _label in ticks.values()}:
        # A form writes all ticks of a question into one cell, too; where each has its own column, those are clearer.
        if group in out and any(
            out[tick].startswith(CHOICE) for tick, (parent, _label) in ticks.items() if parent == group
        ):
            out[group] = DROP
    return {heading: out[heading] for heading in headings}


def _rest(heading: str, ticks: dict[str, tuple[str, str]], table: dict[str, str]) -> str:
    machine = MACHINE.get(heading.lower())
    if machine:
        return machine
    if heading in ticks:
        parent, label = ticks[heading]
        best = max(_scores(parent, table), key=lambda one: one[1], default=("", 0))
        return f"{CHOICE} {best[0]} = {label}" if best[0] in {"topik", "mitra"} else NOTE
    if heading.startswith("_") or PRIVATE.search(heading):
        return DROP
    return NOTE


def _ticks(headings: tuple[str, ...]) -> dict[str, tuple[str, str]]:
    """Return the columns that are one tick of a question (``topik/pertanian`` beside ``topik``): question and label."""
    known = set(headings)
    found = {}
    for heading in headings:
        parent, slash, label = heading.rpartition("/")
        if slash and parent in known and label:
            found[heading] = (parent, label.strip())
    return found


def _scores(heading: str, table: dict[str, str]) -> Iterable[tuple[str, float]]:
    """Yield the keys that *heading* may mean, with how surely (up to 1)."""
    if heading.lower() in MACHINE or heading.startswith("_") or (PRIVATE.search(heading) and table is STORY):
        return
    bare = _bare(heading)
    if not bare or re.search(r"_url$", heading, re.IGNORECASE):
        return
    for key, phrases in table.items():
        names = phrases.split("|")
        if bare in names:
            yield key, 1.0 - names.index(bare) / 100
        elif match := max((name for name in names if f" {name} " in f" {bare} "), key=len, default=""):
            yield key, 0.5 + 0.3 * len(match) / len(bare)
        elif close := get_close_matches(bare, names, n=1, cutoff=0.85):
            yield key, 0.7 + names.index(close[0]) / -1000


def _bare(heading: str) -> str:
    """Return *heading* as words: lower-case, without signs, groups of questions and what stands in brackets."""
    last = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", heading).rpartition("/")[2] or heading
    return " ".join(re.findall(r"[^\W_]+", last.lower()))


# -- the file ----------------------------------------------------------------------------------------------------------

HEADER = """\
# Kolom tabel mana yang menjadi isian mana. Ditulis oleh warta import dari judul-judul kolomnya: PERIKSA, perbaiki,
# lalu jalankan perintahnya sekali lagi. Yang Anda ubah di sini tidak pernah ditimpa.
#
# "catatan" menyimpan isinya di CATATAN.md draf (tidak pernah terbit); "buang" tidak menyalinnya sama sekali.
# "kunci" adalah nomor kiriman, agar baris yang sama tidak menjadi dua draf; "dikirim" kapan formulir dikirim.
# "pilihan: topik = pertanian" berarti kolom centang.
"""


def parse(text: str, path: str) -> list[tuple[Purpose, dict[str, str]]]:
    """Return every table that the file *text* describes; raises ``UsageError`` with file and line."""
    try:
        tree = tomllib.loads(text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        raise _wrong(
            path, int(found[1]) if found else 1, _("tidak dapat dibaca: {error}.").format(error=error)
        ) from None
    tables = tree.get("tabel", [])
    if not isinstance(tables, list):
        raise _wrong(path, 1, _("tulis bagian ini dengan dua kurung: [[{kind}]]").format(kind="tabel"))
    return [_entry(one, text, path) for one in tables]


def _entry(one: Any, text: str, path: str) -> tuple[Purpose, dict[str, str]]:  # noqa: ANN401  what TOML holds
    purpose = one.get("untuk", "laporan") if isinstance(one, dict) else ""
    known = next((name for name in PURPOSES if name == purpose), None)
    columns = one.get("kolom", {}) if isinstance(one, dict) else None
    if known is None or not isinstance(columns, dict):
        line = _line_of(text, str(purpose))
        raise _wrong(path, line, _('tulis untuk = "laporan" atau untuk = "perpustakaan", lalu bagian [tabel.kolom].'))
    for heading, key in columns.items():
        if not isinstance(key, str) or not _valid(key, known):
            near = nearest(str(key), keys_for(known)) or "catatan"
            said = _('kolom "{heading}": isian "{key}" tidak dikenal. Maksudnya {near}?')
            raise _wrong(path, _line_of(text, heading), said.format(heading=heading, key=key, near=near))
    return known, dict(columns)


def _valid(key: str, purpose: Purpose) -> bool:
    if key.startswith(CHOICE):
        name, equals, label = key.removeprefix(CHOICE).partition("=")
        return bool(equals and label.strip()) and name.strip() in {"topik", "mitra"}
    return key in keys_for(purpose)


def choice(key: str) -> tuple[str, str] | None:
    """Return key and label of a column that is one tick (``pilihan: topik = pertanian``), else ``None``."""
    if not key.startswith(CHOICE):
        return None
    name, _equals, label = key.removeprefix(CHOICE).partition("=")
    return name.strip(), label.strip()


def _line_of(text: str, word: str) -> int:
    return next((number for number, line in enumerate(text.splitlines(), 1) if word and word in line), 1)


def _wrong(path: str, line: int, said: str) -> UsageError:
    return UsageError(f"{path}:{line}: {said}")


def settle(headings: tuple[str, ...], purpose: Purpose, known: Iterable[tuple[Purpose, Columns]]) -> Mapped:
    """Return the mapping of *headings*: the newest of *known* that has all of them, else a proposal."""
    same = [columns for its, columns in known if its == purpose]
    for columns in reversed(same):
        if all(heading in columns for heading in headings):
            return Mapped(purpose, {heading: columns[heading] for heading in headings}, known=True)
    earlier = {heading: key for columns in same for heading, key in columns.items()}
    return Mapped(purpose, propose(headings, purpose, earlier), known=False)


def appended(text: str, mapping: Mapped, name: str) -> str:
    """Return the file *text* with *mapping* of the table *name* at its end; what stands there stays as it is."""
    lines = [
        text.rstrip("\n") or HEADER.rstrip("\n"),
        "",
        "[[tabel]]",
        f"nama = {_quoted(name)}",
        f'untuk = "{mapping.purpose}"',
    ]
    if not text:
        lines[0] += (
            f"\n#\n# {_('Isian laporan:')} {', '.join(STORY)}\n# {_('Isian perpustakaan:')} {', '.join(LIBRARY)}"
        )
    lines += ["", "[tabel.kolom]"]
    lines += [f"{_quoted(heading)} = {_quoted(key)}" for heading, key in mapping.columns.items()]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    r"""Return *text* as a basic string of TOML; control characters are written as ``\uXXXX``."""
    text = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(sign if sign >= " " and sign != "\x7f" else f"\\u{ord(sign):04x}" for sign in text) + '"'
