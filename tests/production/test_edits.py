"""After any sequence of edits, an incremental build has made exactly what a clean build makes."""

import datetime as dt
import shutil
import tempfile
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from pipeline.archive import visible
from pipeline.build import journal
from pipeline.config import LOOKS
from pipeline.desks.calendar import desk as calendar
from pipeline.desks.evidence import series
from pipeline.desks.site import sitemaps
from pipeline.errors import UsageError
from pipeline.intake.write import Written
from pipeline.pictures.album import Album
from pipeline.production import ingredients
from pipeline.production.accepting import accept
from pipeline.production.build import Order, Report, build
from pipeline.production.importing import imported, listed
from pipeline.production.merging import merge
from pipeline.production.newsroom import Newsroom
from pipeline.templating.folders import bundled
from tests.pictures.conftest import scene

START = int(dt.datetime(2026, 11, 22, 1, tzinfo=dt.UTC).timestamp())
HOUR = 3_600
LIBRARIES = {"alfa": "32.04.99.2999", "beta": "32.04.99.2998", "gama": "73.05.99.2999", "delta": ""}
TOPICS = ("pertanian", "lansia", "budaya")
STRATEGIES = ("pelibatan-masyarakat", "advokasi", "layanan-informasi")
SLUGS = [
    f"{year}/{month:02}/kabar-{name}" for year, month in ((2025, 1), (2026, 10), (2026, 11)) for name in "abcdefgh"
]

MEMORY = Path("/dev/shm")
QUICK = str(MEMORY) if MEMORY.is_dir() else None
"""Many small builds: not on a disk, where there is a choice."""

COMPILED = Path(tempfile.mkdtemp(prefix="warta-templates-", dir=QUICK))

CARD = '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="{{ h // 30 }}"><rect width="9" height="9"/></svg>'
"""Every look is a small empty card: what stands on it is in its name and its key, and is not forgotten for that."""

SIGN = '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60"><rect width="9" height="9"/></svg>'
"""The site's sign is such a card as well."""

POSTER = """
#let d = json(bytes(sys.inputs.poster))
#set document(title: d.heading, date: datetime(..d.date))
#set text(font: "Plus Jakarta Sans", lang: d.language, fallback: false)
#set page(width: 90mm, margin: 8mm)
= #d.title
#repr((d.kicker, d.text, d.quote, d.speaker, d.weekday, d.hour, d.place, d.library, d.contacts, d.address, d.sample))
#repr((d.site, d.invitation, d.tone.primary, d.mark.len(), d.photo != none, _("Mari datang")))
"""
"""A poster that tells all it was told, in the tenth part of the time."""

RELEASE = """
#let d = json(bytes(sys.inputs.siaran))
#set document(title: d.heading, date: datetime(..d.date))
#set text(font: "Plus Jakarta Sans", lang: d.language, fallback: false, size: 6pt)
= #d.title
#repr(d)
"""
"""A release that tells all it was told, without being laid out."""

SHEET = RELEASE.replace("inputs.siaran", "inputs.lembar").replace("d.title", "d.headline")
GROUND = """[[dasar]]
kode = "a"
tingkat = "desa"
untuk = ["kades", "bupati", "gubernur", "kementerian"]
teks = "{text}"
sumber = "Kabar"
alamat = "https://kabar.example/aturan"
tanggal = "2026"
"""

CARDS = [f"templates/cards/{name}.svg" for name in (*LOOKS, "kutipan", "angka", "sampul", "situs")]
CARDS.append("templates/site/ikon.svg")
SETTINGS = """nama = "{name}"
url = "https://kabar.example/"
bahasa = "{language}"
bahasa_uji = {accepted}
tema = "{theme}"
umpan_hub = "{hub}"
[sosial]
tagar = {tags}
utm = {tagged}
platform = {platforms}
[akun]
mastodon = "{mastodon}"
[pers]
dateline = "{dateline}"
program = "{program}"
[kit]
sejak = {since}
[bukti]
lisensi = "{licence}"
sim_kolom = {columns}
[kartu]
warna = ["{colour}", "#1f4d3a"]
[meja]
cards = {cards}
search = {search}
posters = {posters}
press = {press}
advocacy = {advocacy}
evidence = {evidence}
social = {social}
calendar = {calendar}
kit = {kit}
photos = {photos}
[kalender]
saluran = {channels}
libur = "{holiday}"
[kalender.aturan.whatsapp]
sehari = {daily}
[foto]
megapiksel = {most}
[aman]
umum = {public}
"""
PHOTOS = {
    "one": scene(560, 400).write_to_buffer(".jpg"),
    "other": scene(400, 560).write_to_buffer(".jpg"),
    "large": scene(1_020, 1_000).write_to_buffer(".jpg"),
    "broken": b"\xff\xd8\xff\xe0",
    "gone": None,
}
CONSENTS = (
    "ya", "tidak", "{kanal: [web]}", "{kanal: [sosial]}", "{kanal: [web, sosial]}", "{kanal: [web, sosial, cetak]}",
    "{kanal: []}", "{sampai: 2026-11-22}", "{sampai: 2026-11-23}", "{dicabut: 2026-11-21}", "{dicabut: 2026-11-23}",
    "{wali: ya, kanal: [web, sosial, cetak], sampai: 2026-11-22}",
)  # fmt: skip

TOLD = (
    "Hubungi Budi di 0812 3456 7890.", "Surel: budi@posel.id.", "Rumah Pak Budi di Jl. Melati No. 7.",
    "Rina Ayu Lestari (9) membaca.", "Rina (9) membaca.",
)  # fmt: skip
"""What a story may tell of persons: the first number is one that a library may make its own."""

SAID = ("Dulu saya malu ke perpustakaan.", "dulu, saya malu ke perpustakaan!", "Anak saya kini gemar membaca.")

slugs = st.sampled_from(SLUGS)
ON = st.sampled_from(["true", "false"])
slugs_of_libraries = st.sampled_from([*LIBRARIES])
CODES = ("32.04", "73.05")
libraries = st.sampled_from([*LIBRARIES, "tidak-ada"])
areas = st.sampled_from(
    ["", "perpustakaan: alfa", "perpustakaan: beta", "perpustakaan: tidak-ada", "wilayah: '32.04'", "wilayah: '73'"]
)
dues = st.sampled_from([f"2026-11-{day}" for day in (20, 21, 22, 23)])


def drawing(name: str) -> str:
    """Return the template of that name."""
    return SIGN if name.endswith("ikon.svg") else CARD


def tree(folder: Path) -> dict[str, bytes]:
    """Return all files below *folder* with their bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def difference(one: dict[str, bytes], other: dict[str, bytes]) -> str:
    """Say where two trees differ."""
    only = sorted(one.keys() ^ other.keys())
    changed = [path for path in sorted(one.keys() & other.keys()) if one[path] != other[path]]
    text = [side[changed[0]].decode(errors="replace")[:20_000] for side in (one, other)] if changed else []
    first = f"\n--- {text[0]}\n+++ {text[1]}" if changed else ""
    return f"only on one side: {only}; other bytes: {changed}{first}"


class Edits(RuleBasedStateMachine):
    """A newsroom that is edited in every way that a build must notice."""

    @initialize()
    def begin(self) -> None:
        self.root = Path(tempfile.mkdtemp(prefix="warta-edits-", dir=QUICK))
        self.village = self.root.with_name(f"{self.root.name}-desa")
        self.now = START
        self.count = 0
        self.built = True
        self.skip = 0
        self.patches = [
            mock.patch.object(visible, "FRONT", 3),
            mock.patch.object(sitemaps, "MOST", 7),
            mock.patch.object(calendar, "NEWEST", 3),
            mock.patch.object(series, "FEW", 2),
            # Two short cuts, for this is many builds: no waiting for the disk, and templates compiled once.
            mock.patch.object(journal, "_sync"),
            mock.patch.object(ingredients, "_folder", return_value=str(COMPILED)),
        ]
        for patch in self.patches:
            patch.start()
        for card in CARDS:
            (self.root / card).parent.mkdir(parents=True, exist_ok=True)
            (self.root / card).write_text(drawing(card), "utf-8")
        self.draw_the_poster("8mm")
        (self.root / "templates/press").mkdir(parents=True)
        (self.root / "templates/press/siaran-pers.typ").write_text(RELEASE, "utf-8")
        (self.root / "templates/advocacy").mkdir(parents=True)
        (self.root / "templates/advocacy/lembar.typ").write_text(SHEET, "utf-8")
        self.settings()
        for slug in list(LIBRARIES)[:3]:
            self.library(slug, "Perpustakaan")
        for number, address in enumerate(SLUGS[::2]):
            more = {"foto": "[{berkas: foto.jpg, izin: ya}, {berkas: lain.jpg, izin: ya}]"} if number % 6 == 0 else {}
            self.story(
                address,
                library=("alfa", "alfa", "beta", "gama")[number % 4],
                topics=list(TOPICS[: 1 + number % 3]),
                **more,
            )
            for name, what in (("foto", "one"), ("lain", "other")):
                (self.root / f"content/stories/{address}").with_name(f"{name}.jpg").write_bytes(PHOTOS[what] or b"")
        self.page("Tentang", 1)
        self.check()

    def teardown(self) -> None:
        for patch in getattr(self, "patches", []):
            patch.stop()
        if hasattr(self, "root"):
            shutil.rmtree(self.root)
            shutil.rmtree(self.village, ignore_errors=True)

    # -- writing ---------------------------------------------------------------------------------------------------

    def write(self, path: str, text: str) -> None:
        self.built = False
        target = self.root / "content" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")

    def library(self, slug: str, name: str, region: str | None = None) -> None:
        code = LIBRARIES[slug] if region is None else region
        level = "desa" if code else "nasional"
        text = f'---\nnama: {name} {slug}\ntingkat: {level}\nwilayah: "{code}"\n---\nProfil {name}.\n'
        self.write(f"libraries/{slug}.md", text)

    def story(self, address: str, *, library: str = "alfa", topics: list[str] | None = None, **more: str) -> None:
        self.count += 1
        year, month = address.split("/")[:2]
        head = {
            "judul": f"Kabar {self.count}", "tanggal": f"{year}-{month}-{1 + self.count % 28:02}",
            "perpustakaan": library, "strategi": STRATEGIES[self.count % 3], "topik": f"[{', '.join(topics or [])}]",
            "ringkasan": f"Ringkasan {self.count}.", **more,
        }  # fmt: skip
        lines = "\n".join(f"{key}: {value}" for key, value in head.items())
        self.write(f"stories/{address}.md", f"---\n{lines}\n---\nIsi kabar nomor {self.count}.\n")

    def settings(self, **changed: str) -> None:
        usual = {
            "name": "Kabar", "theme": "", "hub": "", "tags": "[]", "since": "2026-11-01", "colour": "#9a3412",
            "cards": "true", "most": "40", "language": "id", "accepted": "[]", "search": "true",
            "social": "true", "calendar": "true", "channels": '["whatsapp", "facebook"]', "holiday": "tandai",
            "daily": "2",
            "tagged": "[]", "platforms": '["whatsapp", "x", "facebook", "youtube"]',
            "posters": "true", "press": "true", "advocacy": "true", "evidence": "true",
            "kit": "true", "photos": "true", "mastodon": "", "public": "[]",
            "dateline": "{KOTA}, {perpustakaan} –", "program": "", "licence": "CC-BY-4.0", "columns": "[]",
        }  # fmt: skip
        self.write("site.toml", SETTINGS.format_map(usual | changed))

    def page(self, title: str, order: int) -> None:
        self.write("pages/tentang.md", f"---\njudul: {title}\nurutan: {order}\n---\nHalaman {title}.\n")

    # -- edits -----------------------------------------------------------------------------------------------------

    @rule(address=slugs, library=libraries, topics=st.lists(st.sampled_from(TOPICS), max_size=3, unique=True))
    def write_a_story(self, address: str, library: str, topics: list[str]) -> None:
        self.story(address, library=library, topics=topics)

    @rule(address=slugs, hours=st.integers(-80, 80))
    def write_a_story_with_its_own_time(self, address: str, hours: int) -> None:
        moment = dt.datetime.fromtimestamp(START + hours * HOUR, dt.UTC)
        self.story(address, terbit_pada=moment.strftime("%Y-%m-%dT%H:%M:%SZ"))

    @rule(address=slugs, hours=st.integers(-30, 60))
    def write_a_story_under_embargo(self, address: str, hours: int) -> None:
        moment = dt.datetime.fromtimestamp(START + hours * HOUR, dt.UTC)
        self.story(address, embargo=moment.strftime("%Y-%m-%dT%H:%M:%SZ"))

    @rule(address=slugs, safe=st.sampled_from(["", "aman: [{kode: data-nik, alasan: contoh}]"]))
    def write_a_story_with_a_number_that_names_a_person(self, address: str, safe: str) -> None:
        more = {"aman": safe.removeprefix("aman: ")} if safe else {}
        self.story(address, makna="NIK 3204125203980001", **more)

    @rule(
        address=slugs,
        told=st.sampled_from(TOLD),
        safe=st.sampled_from(["[]", "[{kode: data-telepon, alasan: x}]", "[{kode: bukan-anak, alasan: x}]"]),
        child=st.sampled_from(["ya", "tidak"]),
    )
    def write_a_story_that_tells_of_persons(self, address: str, told: str, safe: str, child: str) -> None:
        photo = f"[{{berkas: foto.jpg, keterangan: Rak, alt: Rak, izin: {{wali: ya}}, ada_anak: {child}}}]"
        self.story(address, makna=told, aman=safe, foto=photo)

    @rule(told=st.sampled_from(TOLD))
    def write_a_page_that_tells_of_persons(self, told: str) -> None:
        self.write("pages/tentang.md", f"---\njudul: Tentang\n---\n{told}\n")

    @rule(slug=st.sampled_from([*LIBRARIES]), told=st.sampled_from(TOLD))
    def write_a_profile_that_tells_of_persons(self, slug: str, told: str) -> None:
        head = f'nama: Rumah {slug}\ntingkat: desa\nwilayah: "{LIBRARIES[slug]}"'
        self.write(f"libraries/{slug}.md", f"---\n{head}\n---\n{told}\n")

    @rule(public=st.sampled_from(["[]", '["+62 812-3456-7890"]', '["budi@posel.id"]']))
    def make_contacts_public(self, public: str) -> None:
        self.settings(public=public)

    @rule(
        address=slugs,
        about=st.lists(slugs, max_size=2, unique=True),
        hours=st.sampled_from([-30, 20]),
        siaran=st.sampled_from(["ya", "tidak", "{nomor: 1/SP, kota: Soreang}"]),
        own=st.booleans(),
    )
    def write_a_release(self, address: str, about: list[str], hours: int, siaran: str, own: bool) -> None:
        self.count += 1
        embargo = dt.datetime.fromtimestamp(START + hours * HOUR, dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        head = {"embargo": embargo, "siaran": siaran, "berita": f"[{', '.join(about)}]"}
        if not own:
            return self.story(address, **head)
        head = {"judul": f"Siaran {self.count}", "tanggal": "2026-11-20", "perpustakaan": "alfa", **head}
        lines = "\n".join(f"{key}: {value}" for key, value in head.items())
        return self.write(f"press/{address}.md", f"---\n{lines}\n---\nIsi siaran {self.count}.\n")

    @rule(address=slugs)
    def delete_a_release(self, address: str) -> None:
        self.built = False
        (self.root / f"content/press/{address}.md").unlink(missing_ok=True)

    @rule(
        name=st.sampled_from("abcdefg"),
        day=st.sampled_from(["2025-01-05", "2026-11-18", "2026-11-20", "tidak tahu"]),
        stories=st.lists(slugs, max_size=2, unique=True),
        libraries=st.lists(libraries, max_size=2, unique=True),
        event=st.sampled_from(["", "panen"]),
        told=st.sampled_from(["Ramai.", TOLD[0]]),
        status=st.sampled_from(["terbit", "terbit", "draf"]),
    )
    def write_a_clipping(
        self, name: str, day: str, stories: list[str], libraries: list[str], event: str, told: str, status: str
    ) -> None:
        self.count += 1
        head = (
            f"judul: Kliping {self.count}\ntanggal: {day}\nmedia: Media {name}\nberita: [{', '.join(stories)}]\n"
            f"perpustakaan: [{', '.join(libraries)}]\nperistiwa: {event}\ncuplikan: {told}\nstatus: {status}"
        )
        self.write(f"kliping/2026/11/{name}.md", f"---\n{head}\n---\n")

    @rule(name=st.sampled_from("abcdefg"))
    def delete_a_clipping(self, name: str) -> None:
        self.built = False
        (self.root / f"content/kliping/2026/11/{name}.md").unlink(missing_ok=True)

    @rule(
        address=slugs,
        library=libraries,
        code=st.sampled_from(["rak", "meja", "beta/rak", "hilang/rak"]),
        status=st.sampled_from(["diminta", "dijanjikan", "diterima"]),
        due=dues,
        hours=st.sampled_from([-30, 20]),
        sample=st.sampled_from(["ya", "tidak"]),
    )
    def write_a_story_of_support(
        self, address: str, library: str, code: str, status: str, due: str, hours: int, sample: str
    ) -> None:
        embargo = dt.datetime.fromtimestamp(START + hours * HOUR, dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        support = f"{{dari: Desa {self.count}, apa: Rak, nilai: {self.count} juta, kode: {code}, tenggat: {due}"
        ask = f"{{kepada: Bupati, apa: Meja {self.count}, nilai: 2 juta, kode: {code}, tenggat: {due}}}"
        self.story(
            address, library=library, embargo=embargo, contoh=sample, permintaan=ask,
            dukungan=f"{support}, status: {status}}}",
        )  # fmt: skip

    @rule(
        name=st.sampled_from("ab"),
        library=libraries,
        stories=st.lists(slugs, max_size=2, unique=True),
        status=st.sampled_from(["diminta", "dijanjikan", "diterima", "ditolak", "draf", "entah"]),
        due=dues,
        told=st.sampled_from(["Ramai.", TOLD[0]]),
    )
    def write_support(self, name: str, library: str, stories: list[str], status: str, due: str, told: str) -> None:
        self.count += 1
        head = (
            f"perpustakaan: {library}\nkode: rak\napa: Rak {self.count}\ndari: Koperasi\nnilai: {self.count} juta\n"
            f"status: {status}\ntanggal: 2026-11-{1 + self.count % 28:02}\ntenggat: {due}\nhasil: {told}\n"
            f"berita: [{', '.join(stories)}]"
        )
        self.write(f"dukungan/{name}.md", f"---\n{head}\n---\n")

    @rule(name=st.sampled_from("ab"), place=areas, indicator=st.sampled_from(["", "a", "kegiatan", "hilang"]))
    def write_a_plan(self, name: str, place: str, indicator: str) -> None:
        self.count += 1
        item = f"{{apa: Kelas {self.count}, indikator: {indicator}, target: 12 kali, tercapai: {self.count % 14} kali}}"
        self.write(f"rencana/{name}.md", f"---\njudul: Rencana {name}\ntahun: 2026\n{place}\nbutir: [{item}]\n---\n")

    @rule(name=st.sampled_from("ab"), place=areas, status=st.sampled_from(["terbit", "draf"]))
    def write_a_policy_question(self, name: str, place: str, status: str) -> None:
        self.count += 1
        scores = "efektivitas: {}, efisiensi: 3, kecukupan: 2, perataan: 4, responsivitas: 1, ketepatan: 5"
        options = "".join(
            f"  - {{nama: Opsi {one}, skor: {{{scores.format(1 + (self.count + one) % 5)}}}}}\n" for one in (1, 2)
        )
        head = f"judul: Pertanyaan {self.count}\n{place}\nstatus: {status}\nopsi:\n{options}"
        self.write(f"opsi/{name}.md", f"---\n{head}---\n")

    @rule(name=st.sampled_from("ab"), place=areas, candidates=st.lists(slugs, min_size=1, max_size=3, unique=True))
    def write_a_selection(self, name: str, place: str, candidates: list[str]) -> None:
        self.count += 1
        head = (
            f"{place}\ntanggal: 2026-11-{1 + self.count % 28:02}\npanel: [kepala desa]\n"
            f"calon: [{', '.join(candidates)}]\ndipilih: {candidates[0]}\nalasan: Alasan {self.count}."
        )
        self.write(f"pilihan/{name}.md", f"---\n{head}\n---\n")

    @rule(folder=st.sampled_from(["dukungan", "rencana", "opsi", "pilihan"]), name=st.sampled_from("ab"))
    def delete_a_record(self, folder: str, name: str) -> None:
        self.built = False
        (self.root / f"content/{folder}/{name}.md").unlink(missing_ok=True)

    @rule(dateline=st.sampled_from(["{KOTA}, {perpustakaan} –", "{kota} ({tanggal}) -"]), program=st.booleans())
    def change_how_releases_look(self, dateline: str, program: bool) -> None:
        self.settings(dateline=dateline, program="Tentang program." if program else "")

    @rule(slug=slugs_of_libraries, level=st.sampled_from(["kabupaten", "provinsi"]), code=st.sampled_from(CODES))
    def a_library_is_over_others(self, slug: str, level: str, code: str) -> None:
        self.count += 1
        code = code if level == "kabupaten" else code[:2]
        head = f'nama: Dinas {slug}\ntingkat: {level}\nwilayah: "{code}"\ntentang: Dinas nomor {self.count}.'
        self.write(f"libraries/{slug}.md", f"---\n{head}\n---\nProfil.\n")

    @rule(slug=st.sampled_from([*LIBRARIES]), name=st.sampled_from(["Ibu Sari", "Pak Gani"]))
    def a_library_names_whom_the_press_may_ask(self, slug: str, name: str) -> None:
        head = f'nama: Rumah {slug}\ntingkat: desa\nwilayah: "{LIBRARIES[slug]}"\ntentang: Rumah baca {slug}.\n'
        head += f"narahubung: {{nama: {name}, telepon: 0812 3456 7890}}\njuru_bicara: [{{nama: {name}, peran: kepala}}]"
        self.write(f"libraries/{slug}.md", f"---\n{head}\n---\nProfil.\n")

    @rule(address=slugs, status=st.sampled_from(["draf", "terbit", "tarik", "draff"]))
    def write_a_story_with_a_status(self, address: str, status: str) -> None:
        self.story(address, status=status)

    @rule(
        address=slugs,
        status=st.sampled_from(["tarik", "tarik", "terbit", "draf"]),
        reason=st.sampled_from(["", "Diminta narasumber"]),
        original=st.sampled_from(["", *SLUGS[:3]]),
    )
    def take_a_story_down(self, address: str, status: str, reason: str, original: str) -> None:
        more = {"terjemahan": original, "bahasa": "en"} if original else {}
        self.story(address, status=status, tarik_alasan=reason, alias="lama/satu", **more)

    @rule(
        address=slugs,
        days=st.tuples(st.sampled_from(["", "20", "22", "23", "25"]), st.sampled_from(["", "21", "24"])),
        said=st.sampled_from(SAID),
        refused=st.booleans(),
        body=st.booleans(),
    )
    def take_consent_back(self, address: str, days: tuple[str, str], said: str, refused: bool, body: bool) -> None:
        photo, quote = (f"{{dicabut: 2026-11-{day}}}" if day else "tidak" if refused else "ya" for day in days)
        self.story(
            address,
            foto=f"[{{berkas: foto.jpg, keterangan: Rak, alt: Rak, izin: {photo}}}]",
            kutipan=f"[{{teks: {said}, nama: Ibu S., izin: {quote}}}, {{teks: Bagus, izin: ya}}]",
            makna=f"Kata Ibu S.: {said}" if body else "Besar.",
        )

    @rule(number=st.integers(0, 40), what=st.sampled_from(["all", "entry", "comment", "story", "file"]), address=slugs)
    def edit_the_list_of_what_was_taken_down(self, number: int, what: str, address: str) -> None:
        path = self.root / "content/tarik.toml"
        text = path.read_text("utf-8") if path.exists() else ""
        head, *entries = text.split("\n[[")
        if what == "all":
            entries = []
        elif what == "entry" and entries:
            del entries[number % len(entries)]
        elif what == "story":
            entries.append(f'berita]]\nalamat = "{address}"\nsejak = 2026-11-{1 + number % 28:02}\n')
        self.built = False
        path.unlink(missing_ok=True)
        if what != "file":
            self.write("tarik.toml", "\n[[".join([head + "# catatan\n" * (what == "comment"), *entries]))

    @rule(address=slugs, region=st.sampled_from(["73", "32.04", "99.99"]))
    def write_a_story_of_another_region(self, address: str, region: str) -> None:
        self.story(address, wilayah=f'"{region}"')

    @rule(address=slugs, alias=st.sampled_from(["lama/satu", "lama/dua", "2026/11/kabar-a"]))
    def write_a_story_with_an_old_address(self, address: str, alias: str) -> None:
        self.story(address, alias=alias)

    @rule(address=slugs, day=st.integers(20, 26))
    def write_a_story_with_a_quote(self, address: str, day: int) -> None:
        consent = f"{{kanal: [web, sosial, cetak], sampai: 2026-11-{day}}}"
        self.story(address, kutipan=f"[{{teks: Senang sekali, nama: Ibu S., izin: {consent}}}]")

    @rule(
        name=st.sampled_from("abc"),
        day=st.integers(18, 24),
        said=st.sampled_from(["Ramai.", "Sepi.", TOLD[0]]),
        library=st.sampled_from(["alfa", "beta"]),
        photo=st.sampled_from(["", "one", "other"]),
        accepted=st.booleans(),
    )
    def import_a_report(self, name: str, day: int, said: str, library: str, photo: str, accepted: bool) -> None:
        room = Newsroom(self.root)
        self.built = False
        with tempfile.TemporaryDirectory(dir=QUICK) as folder:
            note = Path(folder) / f"laporan-{name}.txt"
            note.write_text(f"Kabar {name} datang\n\nPada {day} November 2026 ada kabar. {said}\n", "utf-8")
            if photo:
                note.with_suffix(".jpg").write_bytes(PHOTOS[photo] or b"")
            try:
                when = dt.datetime.fromtimestamp(self.now, dt.UTC)
                found = list(imported(room, [Path(folder)], when, library=library))
            except UsageError:  # the library has gone
                return
        for one in found:
            if accepted and isinstance(one, Written) and one.path.startswith("content/inbox/"):
                accept(room, one.path)

    @rule(address=slugs, days=st.lists(st.integers(18, 26), min_size=1, max_size=3))
    def correct_a_story(self, address: str, days: list[int]) -> None:
        told = ", ".join(f"{{tanggal: 2026-11-{day}, teks: Koreksi {day}.}}" for day in days)
        self.story(address, topics=["budaya"], status="ralat", ralat=f"[{told}]")

    @rule(address=slugs, people=st.integers(4, 6))
    def write_a_story_of_an_event(self, address: str, people: int) -> None:
        self.story(address, kegiatan="panen", peserta=f"{{total: {people}}}")

    @rule(
        address=slugs,
        consents=st.lists(st.sampled_from(CONSENTS), min_size=1, max_size=2),
        child=st.sampled_from(["ya", "tidak"]),
    )
    def write_a_story_with_photos(self, address: str, consents: list[str], child: str) -> None:
        photos = [
            f"{{berkas: {name}.jpg, keterangan: Rak, alt: Rak, izin: {consent}, ada_anak: {child}}}"
            for name, consent in zip(("foto", "lain"), consents, strict=False)
        ]
        self.story(address, foto=f"[{', '.join(photos)}]", hasil="24 ibu kini berjualan daring.")

    @rule(address=slugs, name=st.sampled_from(["foto", "lain"]), what=st.sampled_from([*PHOTOS]))
    def a_photo_comes_changes_or_goes(self, address: str, name: str, what: str) -> None:
        photo = self.root / "content/stories" / Path(address).parent / f"{name}.jpg"
        self.built = False
        if (data := PHOTOS[what]) is None:
            photo.unlink(missing_ok=True)
        elif photo.parent.exists():
            photo.write_bytes(data)

    @rule()
    def lose_the_album(self) -> None:
        self.built = False
        shutil.rmtree(self.root / ".warta/cache/photos", ignore_errors=True)

    @rule(measure=st.sampled_from(["kehadiran", "laporan", "rupa-rupa"]), goal=st.sampled_from(["7", "-7"]))
    def change_what_is_counted(self, measure: str, goal: str) -> None:
        text = f'[[indikator]]\nkode = "a"\nsatuan = "x"\nukur = "{measure}"\n[indikator.target.2026]\ndesa = {goal}\n'
        self.write("indikator.toml", text)

    @rule()
    def count_by_the_default(self) -> None:
        self.built = False
        (self.root / "content/indikator.toml").unlink(missing_ok=True)

    @rule(
        address=slugs,
        recipe=st.sampled_from(["Kebun sayur", "kebun  SAYUR", "Kelas menjahit"]),
        said=st.sampled_from(
            [
                "biaya: Rp1.500.000",
                "survei: {menjawab: 20, pengetahuan: 18}",
                "orang: {jumlah: 9, sumber: daftar hadir}",
            ]
        ),
        status=st.sampled_from(["terbit", "draf"]),
    )
    def write_a_story_that_proves(self, address: str, recipe: str, said: str, status: str) -> None:
        key, _, value = said.partition(": ")
        proof = {key: value, "sebelum": "3 keluarga", "sesudah": "9 keluarga", "bukti": "[panen]"}
        self.story(address, resep=recipe, kebutuhan="[benih]", hambatan="Layu.", status=status, **proof)

    @rule(address=slugs, people=st.integers(1, 40), sample=st.sampled_from(["ya", "tidak"]), event=st.booleans())
    def write_a_story_that_counts(self, address: str, people: int, sample: str, event: bool) -> None:
        more = {"kegiatan": "alfa/panen"} if event else {}
        self.story(address, peserta=f"{{total: {people}}}", contoh=sample, langkah="[Semai, Siram]", **more)

    @rule(slug=st.sampled_from([*LIBRARIES]), number=st.sampled_from(["0812 3456 7890", "021 555"]))
    def a_library_can_be_called(self, slug: str, number: str) -> None:
        code = LIBRARIES[slug]
        head = f'nama: Taman {slug}\ntingkat: desa\nwilayah: "{code}"\nkontak: {{whatsapp: "{number}"}}'
        self.write(f"libraries/{slug}.md", f"---\n{head}\n---\nProfil.\n")

    @rule(
        address=slugs,
        original=slugs,
        language=st.sampled_from(["en", "jv", "id"]),
        status=st.sampled_from(["terbit", "draf"]),
    )
    def write_a_translation(self, address: str, original: str, language: str, status: str) -> None:
        self.story(address, terjemahan=original, bahasa=language, status=status, foto="[{berkas: foto.jpg, izin: ya}]")

    @rule(address=slugs, place=st.sampled_from(["Balai desa", "Dermaga"]), hour=st.integers(7, 9))
    def write_an_invitation(self, address: str, place: str, hour: int) -> None:
        self.story(address, jenis="pengumuman", lokasi=place, tanggal=f"2026-11-20 0{hour}:00")

    @rule(address=slugs)
    def break_a_story(self, address: str) -> None:
        self.write(f"stories/{address}.md", "---\njudul: [tidak ditutup\n---\nIsi.\n")

    @rule(address=slugs)
    def a_second_file_claims_an_address(self, address: str) -> None:
        self.story(f"{address}/index", library="beta")

    @rule(address=slugs)
    def delete_a_story(self, address: str) -> None:
        self.built = False
        (self.root / f"content/stories/{address}.md").unlink(missing_ok=True)

    @rule(address=slugs, other=slugs)
    def rename_a_story(self, address: str, other: str) -> None:
        old, new = (self.root / f"content/stories/{name}.md" for name in (address, other))
        if old.exists() and not new.exists():
            self.built = False
            new.parent.mkdir(parents=True, exist_ok=True)
            old.rename(new)

    @rule(slug=st.sampled_from([*LIBRARIES]), name=st.sampled_from(["Perpustakaan", "Taman Baca"]))
    def write_a_profile(self, slug: str, name: str) -> None:
        self.library(slug, name)

    @rule(slug=st.sampled_from([*LIBRARIES]), region=st.sampled_from(["73.05.99.2999", "81.01.99.2999", "32.04.99"]))
    def move_a_library(self, slug: str, region: str) -> None:
        self.library(slug, "Perpustakaan", region)

    @rule(slug=st.sampled_from([*LIBRARIES]))
    def break_a_profile(self, slug: str) -> None:
        self.write(f"libraries/{slug}.md", "---\nnama: X\ntingkat: negara\n---\n")

    @rule(slug=st.sampled_from([*LIBRARIES]))
    def delete_a_profile(self, slug: str) -> None:
        self.built = False
        (self.root / f"content/libraries/{slug}.md").unlink(missing_ok=True)

    @rule(
        title=st.sampled_from(["Panen", "Panen raya"]), consent=st.sampled_from(CONSENTS),
        status=st.sampled_from(["terbit", "draf", "tarik"]), edited=st.booleans(),
    )  # fmt: skip
    def take_in_another_newsroom(self, title: str, consent: str, status: str, edited: bool) -> None:
        self.built = False
        place = "content/stories/2026/11/desa-panen"
        if edited and (ours := self.root / f"{place}.md").exists():
            ours.write_text(ours.read_text("utf-8") + f"Disunting {self.count}.\n", "utf-8")
        head = f"judul: {title}\ntanggal: 2026-11-20\nperpustakaan: desa\nstatus: {status}\n"
        files = {
            "content/libraries/desa.md": b'---\nnama: Perpustakaan\ntingkat: desa\nwilayah: "73.05.99.2999"\n---\n',
            f"{place}.md": f"---\n{head}foto: [{{berkas: desa.jpg, izin: {consent}}}]\n---\nIsi.\n".encode(),
            "content/stories/2026/11/desa.jpg": PHOTOS["one"] or b"",
        }
        for path, data in files.items():
            (self.village / path).parent.mkdir(parents=True, exist_ok=True)
            (self.village / path).write_bytes(data)
        merge(Newsroom(self.root), self.village, now=self.now)

    @rule(
        names=st.lists(st.sampled_from(["Delta", "Epsilon"]), min_size=1, max_size=2, unique=True),
        street=st.integers(1, 2),
    )
    def import_a_registry(self, names: list[str], street: int) -> None:
        self.built = False
        rows = [f"Perpustakaan Desa {name},73.05.99.2999,Jalan {street}\n" for name in names]
        self.village.mkdir(exist_ok=True)
        (self.village / "daftar.csv").write_text("Nama,Kode wilayah,Alamat\n" + "".join(rows), "utf-8")
        listed(Newsroom(self.root), [self.village / "daftar.csv"], dt.datetime.fromtimestamp(self.now, dt.UTC))

    @rule(title=st.sampled_from(["Tentang", "Siapa kami"]), order=st.integers(0, 1))
    def write_a_page(self, title: str, order: int) -> None:
        self.page(title, order)

    @rule(
        name=st.sampled_from(["Kabar", "Warta Desa"]),
        tags=st.sampled_from(["[]", '["AyoBaca"]']),
        hub=st.sampled_from(["", "https://hub.example/"]),
    )
    def change_the_settings(self, name: str, tags: str, hub: str) -> None:
        self.settings(name=name, tags=tags, hub=hub)

    @rule(
        tagged=st.sampled_from(["[]", '["x"]', '["x", "facebook"]']),
        platforms=st.sampled_from(['["x", "whatsapp"]', '["threads", "mastodon", "bluesky", "tiktok"]', "[]"]),
    )
    def change_where_stories_are_posted(self, tagged: str, platforms: str) -> None:
        self.settings(tagged=tagged, platforms=platforms)

    @rule(language=st.sampled_from(["id", "en", "jv", "su"]), accepted=st.sampled_from(['["su", "jv"]', '["jv","su"]']))
    def change_the_language(self, language: str, accepted: str) -> None:
        self.settings(language=language, accepted=accepted)

    @rule(theme=st.sampled_from(["", "laut", "kebun"]), name=st.sampled_from(["tokens.css", "404.html", ""]))
    def change_the_theme(self, theme: str, name: str) -> None:
        own = self.root / "templates/themes/kebun/site"
        own.mkdir(parents=True, exist_ok=True)
        for path in own.iterdir():
            path.unlink()
        if name:
            (own / name).write_bytes((bundled("templates/site") / name).read_bytes() + b"\n")
        self.settings(theme=theme)

    @rule(
        since=st.sampled_from(["2026-11-01", "2026-11-10", "2030-01-01"]),
        colour=st.sampled_from(["#9a3412", "#123456"]),
        cards=st.sampled_from(["true", "false"]),
        most=st.sampled_from(["40", "1"]),
    )
    def change_how_pictures_are_made(self, since: str, colour: str, cards: str, most: str) -> None:
        self.settings(since=since, colour=colour, cards=cards, most=most)

    @rule(search=ON, posters=ON, press=ON, advocacy=ON, evidence=ON)
    def switch_desks_on_or_off(self, search: str, posters: str, press: str, advocacy: str, evidence: str) -> None:
        self.settings(search=search, posters=posters, press=press, advocacy=advocacy, evidence=evidence)

    @rule(
        licence=st.sampled_from(["CC-BY-4.0", "CC0-1.0"]),
        columns=st.sampled_from(["[]", '["bulan", "strategi", "kehadiran"]', '["desa", "mitra", "judul", "tautan"]']),
    )
    def change_how_data_is_opened(self, licence: str, columns: str) -> None:
        self.settings(licence=licence, columns=columns)

    @rule(text=st.sampled_from(["Desa boleh membiayai.", "Aturan baru.", ""]))
    def change_what_papers_may_cite(self, text: str) -> None:
        path = self.root / "content/dasar-hukum.toml"
        if text:
            self.write("dasar-hukum.toml", GROUND.format(text=text))
        elif path.exists():
            self.built = False
            path.unlink()

    @rule(social=st.sampled_from(["true", "false"]), calendar=st.sampled_from(["true", "false"]))
    def switch_the_posts_and_their_calendar(self, social: str, calendar: str) -> None:
        self.settings(social=social, calendar=calendar)

    @rule(
        channels=st.sampled_from(["[]", '["whatsapp"]', '["instagram", "whatsapp"]']),
        holiday=st.sampled_from(["lewati", "abaikan"]),
        daily=st.integers(1, 3),
    )
    def change_the_calendar(self, channels: str, holiday: str, daily: int) -> None:
        self.settings(channels=channels, holiday=holiday, daily=f"{daily}")

    @rule(address=slugs, library=libraries, hours=st.integers(-80, 40), days=st.integers(-1, 4))
    def invite(self, address: str, library: str, hours: int, days: int) -> None:
        moment = dt.datetime.fromtimestamp(START + hours * HOUR, dt.UTC)
        event = f"{(moment + dt.timedelta(days=days)).date()}"
        at = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
        self.story(address, library=library, jenis="pengumuman", tanggal=event, terbit_pada=at)

    @rule(kit=st.booleans(), social=st.booleans(), photos=st.booleans(), cards=st.booleans())
    def switch_the_kits_and_what_they_are_made_of(self, kit: bool, social: bool, photos: bool, cards: bool) -> None:
        said = {True: "true", False: "false"}
        self.settings(kit=said[kit], social=said[social], photos=said[photos], cards=said[cards])

    @rule(
        platforms=st.sampled_from(['["x", "mastodon"]', '["instagram", "facebook"]', '["whatsapp"]']),
        mastodon=st.sampled_from(["", "@kabar@toot.example"]),
    )
    def change_what_kits_hold(self, platforms: str, mastodon: str) -> None:
        self.settings(platforms=platforms, mastodon=mastodon)

    @rule(name=st.sampled_from(CARDS), width=st.integers(8, 9))
    def redraw_a_card(self, name: str, width: int) -> None:
        self.built = False
        (self.root / name).write_text(drawing(name).replace('width="9"', f'width="{width}"'), "utf-8")

    @rule(margin=st.sampled_from(["8mm", "9mm"]))
    def draw_the_poster(self, margin: str) -> None:
        self.built = False
        (self.root / "templates/posters").mkdir(parents=True, exist_ok=True)
        (self.root / "templates/posters/poster.typ").write_text(POSTER.replace("8mm", margin), "utf-8")

    @rule(
        name=st.sampled_from(
            [
                "site/list.html",
                "social/x.txt",
                "site/parts.html",
                "site/style.css",
                "site/tokens.css",
                "site/cari.js",
                "kit/isi.html",
                "kit/kit.css",
                "kit/kit.js",
            ]
        ),
        there=st.booleans(),
    )
    def own_template(self, name: str, there: bool) -> None:
        self.built = False
        target = self.root / "templates" / name
        if there:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes((bundled("templates") / name).read_bytes() + b"\n")
        else:
            target.unlink(missing_ok=True)

    @rule(hours=st.integers(-60, 60))
    def move_the_clock(self, hours: int) -> None:
        self.built = False
        self.now = START + hours * HOUR

    @precondition(lambda self: self.built)
    @rule(number=st.integers(0, 1_000), remove=st.booleans())
    def meddle_with_output(self, number: int, remove: bool) -> None:
        files = sorted(path for path in (self.root / "output").rglob("*.*") if path.is_file() and path.name != ".warta")
        path = files[number % len(files)]
        self.built = False
        path.unlink() if remove else path.write_text("diubah orang", "utf-8")

    @rule()
    def lose_the_cache(self) -> None:
        self.built = False
        shutil.rmtree(self.root / ".warta" / "cache", ignore_errors=True)

    # -- the proof ---------------------------------------------------------------------------------------------------

    @rule(only=st.sampled_from(["site", "social", "photos", "cards", "search", "posters", "calendar", "kit", "press"]))
    def build_one_desk(self, only: str) -> None:
        self.run(self.root, only=(only,))

    @rule(edits=st.integers(2, 4))
    def several_edits_at_once(self, edits: int) -> None:
        self.skip = edits

    @invariant()
    def incremental_equals_clean(self) -> None:
        if not hasattr(self, "root") or self.built:
            return
        if self.skip:
            self.skip -= 1
            return
        self.check()

    def check(self) -> None:
        report = self.run(self.root)
        self.built = True
        with tempfile.TemporaryDirectory(dir=QUICK) as folder:
            for part in ("content", "templates"):
                if (self.root / part).exists():
                    shutil.copytree(self.root / part, Path(folder) / part, symlinks=True)
            clean = self.run(Path(folder))
            here, there = tree(self.root / "output"), tree(Path(folder) / "output")
            assert here == there, difference(here, there)
            albums = [sorted(Album(room / ".warta/cache/photos").names()) for room in (self.root, Path(folder))]
            assert albums[0] == albums[1]
            assert report.problems == clean.problems
            assert (report.stories, report.held, report.next_due) == (clean.stories, clean.held, clean.next_due)

    @invariant()
    def nothing_is_left_behind(self) -> None:
        if hasattr(self, "root"):
            assert not list((self.root / ".warta" / "cache").glob("stage-*"))

    def run(self, root: Path, only: tuple[str, ...] = ()) -> Report:
        return build(Newsroom(root), Order(only=only, jobs=1, now=self.now))


def _run(examples: int, steps: int) -> None:
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    # No shrinking: a failing script is told as it was, in seconds, and is short enough to read.
    phases = [phase for phase in Phase if phase is not Phase.shrink]
    Edits.TestCase.settings = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=checks,
        print_blob=True,
        phases=phases,
    )
    Edits.TestCase().runTest()


@pytest.mark.parametrize("seed", range(4))
def test_incremental_equals_clean(seed: int) -> None:
    _run(examples=3, steps=20)


@pytest.mark.long
def test_incremental_equals_clean_for_long() -> None:
    _run(examples=200, steps=60)
