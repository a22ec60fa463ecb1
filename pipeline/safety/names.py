"""Names of persons in Indonesian text: runs of words with a capital that are neither places nor organisations.

No dictionary of names: a village report names people from Aceh to Papua. What tells a name from *Desa Sukamaju* is the
word before it, and what kind of word it begins with.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

_PARTICLES = "bin|binti|van|de|da|al|el|la|ode|i|ni|ida|boru|br|der"

ADULTS = frozenset(
    """
    bapak pak bpk ibu bu mama papa ayah bunda mamak amak inang drs dra dr ir prof h hj haji hajah ustaz ustadz
    ustazah kiai kyai nyai romo pastor suster pendeta pdt mbah eyang nenek kakek opung oma opa wa uwak paman
    bibi tante om kak kakak bang abang mas mbak mbok teteh teh aa kang uda uni bli mbok lae ito pace mace
    daeng teungku tengku kepala ketua bupati wali gubernur camat lurah kades sekretaris bendahara guru penulis
    pengarang letkol kolonel mayor kapten dosen menteri presiden pengelola pustakawan bidan dokter kader
    relawan instruktur narasumber pelatih pemateri tutor almarhum almarhumah alm direktur staf anggota
    koordinator sastrawan penyair pahlawan raden kanjeng tuan nyonya purn sultan pangeran tokoh penyuluh
    petugas pendongeng pemandu sopir mr mrs ms miss sir madam
    """.split()  # noqa: SIM905  a list of words is read more easily so
)
"""Who is called so is no child, or stands in books."""

SPEAKERS = frozenset(
    """
    bidan dokter dr drg narasumber pemateri penyuluh petugas kader instruktur pelatih tutor penulis kepala
    guru dosen
    """.split()  # noqa: SIM905  a list of words is read more easily so
)
"""Who tells of an illness rather than having it."""

PLACES = frozenset(
    """
    desa kelurahan kecamatan kabupaten kota provinsi dusun kampung nagari gampong perpustakaan jalan jl gang
    gg sd sdn smp smpn sma sman smk smkn mi mis min mts mtsn ma man ra tk paud tpa tpq slb madrasah tsanawiyah
    ibtidaiyah aliyah masjid musala pondok pesantren universitas bank pulau gunung sungai danau pantai taman
    yayasan panti gereja kelompok tim lomba novel buku film drama tari lagu puskesmas posyandu klinik rsud
    kantor balai dinas badan pkbm vihara gedung aula pasar tbm sanggar komunitas paguyuban forum regu pasukan
    grup barung gugus br kp dk dsn dukuh kav surau langgar toko warung cv pt ud apotek bengkel hotel wisma
    penerbit majalah
    """.split()  # noqa: SIM905  a list of words is read more easily so
)
"""After these words comes the name of a place, an institution or a work."""

WORKS = frozenset(
    ("buku", "karya", "kisah", "dongeng", "legenda", "lagu", "novel", "puisi", "tokoh", "sinopsis", "resensi")
)
"""After these words comes, more often than not, who stands in a book or wrote it."""

_OTHERS = (
    frozenset(
        """
    kelurahan negeri pekon banjar perpusdes sekolah bahari karang taruna pkk bpd bumdes tani wanita program
    gerakan hari senin selasa rabu kamis jumat sabtu minggu ahad januari februari maret april mei juni juli
    agustus september oktober november desember indonesia jawa sumatra sumatera kalimantan sulawesi papua bali
    lombok madura laut sinopsis resensi selain dalam pada untuk dengan karena ketika saat sejak setelah sebelum
    sesudah menurut
    kegiatan acara kelas komik juara foto gambar ilustrasi sumber kami kita mereka para sang si ini itu ada
    tidak bukan juga dan atau yang di ke dari oleh kepada ananda adik anak siswa siswi murid pelajar santri
    balita bocah peserta ruang baca pojok halaman rumah warga masyarakat panitia republik nasional daerah umum
    bahasa ilmu agama islam kristen katolik hindu buddha pendidikan kebudayaan kesehatan peraturan undang
    nomor pasal ayat paket akta kartu data laporan surat pemeran usianya namanya pemenang wali orang
    sertifikat formulir catatan daftar nama ketika setiap semua lokasi resep puisi kisah legenda tokoh umur
    usia umurku usiaku namaku alamat bayi no grade class kelas remaja monday tuesday wednesday thursday friday
    saturday sunday every the our best reader month from story new this last next team book cerita dongeng
    pertunjukan pentas
    """.split()  # noqa: SIM905  a list of words is read more easily so
    )
    | PLACES
)
"""Words with a capital that begin or make up something else than a name."""


class Name(NamedTuple):
    """A name: where it stands, and what it says. *before* is the word before it, in small letters.

    *first*: it begins a sentence, where every word has a capital.
    """

    start: int
    end: int
    text: str
    before: str
    first: bool

    @property
    def full(self) -> bool:
        """Whether it names one person: two words at least that are no initials."""
        return len([word for word in self.text.split() if len(word.strip(".")) > 1]) > 1

    @property
    def adult(self) -> bool:
        """Whether the word before says that it is no child."""
        return self.before in ADULTS


@cache
def _run() -> re.Pattern[str]:
    word = r"[A-ZÀ-Þ][a-zß-ÿ'’]+(?:-[A-Z]?[a-z]+)?"
    initial = r"[A-Z]\.?(?![a-zA-Z])"
    part = rf"(?:{word}|{initial}|(?:{_PARTICLES})\b)"
    return re.compile(rf"(?<![\w@#/])(?:{word}|(?:I|Ni|La|Ida|Hj?\.)(?=[ ]))(?:[ ]{part}){{0,5}}")


def names(text: str) -> Iterator[Name]:
    """Yield what looks like a person's name in *text*, one word or more, in order."""
    for found in _run().finditer(text):
        yield from _parted(text, found.start(), found[0])


def _parted(text: str, start: int, run: str) -> Iterator[Name]:
    """Cut a run of words at those that belong to no name; after a place's word all of it is the place's name."""
    before = _word_before(text, start)
    first = not text[:start].strip() or text[:start].rstrip()[-1] in '.!?:;“"•-–'
    if before in PLACES:
        return
    at, begin = start, start
    kept: list[str] = []
    for word in [*run.split(" "), ""]:
        bare = word.strip(".").lower()
        if bare == "wa" and run[at - start :].startswith(("Wa Ode", "wa Ode")):
            bare = "ode"
        if not word or bare in _OTHERS or bare in ADULTS:
            if any(len(part.strip(".")) > 1 for part in kept):
                yield _name(begin, kept, before, first=first and begin == start)
            if bare in PLACES:
                return
            before, kept = bare, []
        else:
            begin = begin if kept else at
            kept.append(word)
        at += len(word) + 1


def _name(start: int, words: list[str], before: str, *, first: bool) -> Name:
    text = " ".join(words).rstrip()
    return Name(start, start + len(text), text, before, first)


def _word_before(text: str, start: int) -> str:
    found = _BEFORE.search(text[max(0, start - 50) : start])
    if found is None:
        return ""
    # *Tim futsal Putra Wijaya*, *grup rebana Siti Fatimah*: what they do stands between.
    return "tim" if found[1] and found[1].lower() in GROUPS else found[2].lower()


GROUPS = frozenset(("tim", "grup", "klub", "regu", "kelompok", "sanggar", "orkes", "band", "komunitas", "paguyuban"))
_BEFORE = re.compile(
    r"(?:\b([\w-]+)\s)?\b((?!\d+\b)[\w-]+)(?:\.|\s\(\w+\.?\))?[)]?"
    r"(?:\s(?i:negeri|swasta|inpres|islam|katolik|kristen|muhammadiyah))?(?:\s+\d{1,4})?\s*\Z"
)


_WORK = re.compile(
    r"\b(?:buku|novel|film|judul|berjudul|drama|lagu|tema|bertema|resensi|koleksi|katalog|cerpen|komik|majalah)\b",
    re.IGNORECASE,
)


_NAMED = re.compile(
    r"\b(?i:buku|novel|film|judul|drama|lagu|tema|majalah|modul|panduan|kumpulan cerpen)\s"
    r"(?:saku\s|anak\s|berjudul\s|cerita\s)?"
    r"(?:[A-Z]\w*\s|dan\s|dari\s|di\s|untuk\s)*\Z"
)
"""A work and its title, without quotation marks: as far as there are capitals."""


def titled(sentence: str, at: int) -> bool:
    """Whether what stands at *at* is in the title of a work: in quotation marks, with what it is before or after."""
    if sentence[at].isupper() and _NAMED.search(sentence[max(0, at - 50) : at]):
        return True
    opened = max(sentence.rfind("“", 0, at), sentence.rfind('"', 0, at) if sentence.count('"', 0, at) % 2 else -1)
    if opened < 0:
        return False
    closed = min((end for mark in '”"' if (end := sentence.find(mark, at)) > 0), default=len(sentence))
    return bool(_WORK.search(sentence[:opened]) or _WORK.search(sentence[closed : closed + 25]))
