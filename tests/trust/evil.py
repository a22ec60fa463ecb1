"""Words that somebody may write to do harm, and reports, profiles and pages that are full of them."""

from collections.abc import Iterator

STRINGS = (
    "<script>alert(1)</script>",
    "</script><script src=//x.example></script>",
    "</ScRiPt\u2028x><!--<script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)' x='",
    "<svg/onload=alert(1)>",
    "<a href='javascript:alert(1)'>a</a>",
    "[a](javascript:alert(1))",
    "[b](java\tscript:alert(1))",
    "[c](jAvAsCrIpT&colon;alert(1))",
    "[d](&#x6A;avascript:alert(1))",
    "[e](\x01javascript:alert(1))",
    "[f](data:text/html;base64,PHNjcmlwdD4=)",
    "[g](//x.example/)",
    "![h](https://x.example/spy.png)",
    "[i](https://kabar.example@x.example/) https://kabar.example:80@x.example/",
    "<iframe src=https://x.example></iframe>",
    "<style>*{background:url(https://x.example)}</style>",
    "<b style='position:fixed;inset:0'>besar</b>",
    "<meta http-equiv=refresh content='0;url=https://x.example'>",
    "<base href=https://x.example/><form action=https://x.example><input name=x>",
    "]]><script>alert(1)</script><![CDATA[",
    "&lt;script&gt; &amp;amp; &#60;b&#62;",
    "&#7;&#x1d;a&#x1e;&#xffff;&#x202e;&#x80;&#xfeff;&#xd800;b",
    "&xxe; <!DOCTYPE x [<!ENTITY xxe SYSTEM 'file:///etc/passwd'>]>",
    "{{ 7*7 }} {% include 'site/base.html' %} {# x #} {{ frame }}",
    "{0} {title} %s %(x)d ${x} #{x}",
    '#import "@preview/x:1.0.0": * #read("/etc/passwd") $ x $ @x <x> \\u{41}',
    "#set page(background: [x]) *b* _i_ `r` // k /* k */",
    "=1+1", "+62 812", "-2+3", "@SUM(1+1)", "\t=1+1", "\r=1+1", '=HYPERLINK("https://x.example";"klik")',
    "\uff1d1+1", "@perpusdes halo",
    "a\r\nBEGIN:VALARM\r\nX-EVIL: 1", "a\nURL:https://x.example", "a\r\nSet-Cookie: x=1",
    "a;b,c\\n\\;d:e",
    "\x00nul\x01\x02\x07\x08\x0b\x0c\x0e\x1b[31m\x1f\x7f", "\x80\x9b31m\x9f\x85",
    "\u202egnp.exe\u202c \u2066x\u2069 \u200e\u200f", "\ufeff\ufffe\uffff\ufff9",
    "a\u2028b\u2029c", "x" * 900, "\u0301\u0302" * 40 + "a" + "\u0300" * 200,
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 \U000e0041\U000e007f",
    "../../../etc/passwd", "..\\..\\x", "file:///etc/passwd", "C:\\CON",
    "'; DROP TABLE entry; --", '{"a": 1}', "null", "[]", "~", "!!python/object:os.system",
)  # fmt: skip
"""Each is harmless in some places and not in others; every one is written into every key."""

KEYS = (
    "judul", "ringkasan", "penulis", "lokasi", "topik", "tagar", "mitra", "masalah", "tindakan", "hasil", "dampak",
    "makna", "langkah", "alias", "kegiatan", "keterangan", "alt", "fotografer", "teks", "nama", "peran", "ralat",
    "whatsapp", "facebook", "x", "tarik_alasan", "aman",
)  # fmt: skip
CONSENT = "{kanal: [web, sosial, pers, cetak]}"


def quoted(text: str) -> str:
    """Return *text* as YAML takes it in double quotes; what cannot stand in a file as it is, is escaped."""
    return f'"{"".join(map(_escaped, text))}"'


def _escaped(sign: str) -> str:
    if sign in {'"', "\\"}:
        return f"\\{sign}"
    return sign if sign.isprintable() and sign != "\ufeff" else f"\\U{ord(sign):08x}"


def as_written(text: str) -> str:
    """Return *text* as it can stand in a file of UTF-8."""
    return text.encode("utf-8", "replace").decode().replace("\x00", "")


def report(number: int, *, photo: str = "", short: bool = False) -> str:
    """Return a report in which each key has another of the strings; over all numbers each key has had each."""
    of = {key: quoted(STRINGS[(number + 7 * at) % len(STRINGS)]) for at, key in enumerate(KEYS)}
    if short:  # a title that says something, so that it can be seen whether pages still work
        of["judul"] = quoted(f"Kabar {number}: {STRINGS[number % len(STRINGS)][:60]}")
    body = as_written(STRINGS[(number + 3) % len(STRINGS)])
    photos = f"foto: [{{berkas: {quoted(photo)}, keterangan: {of['keterangan']}, alt: {of['alt']}," if photo else ""
    photos += f" fotografer: {of['fotografer']}, izin: {CONSENT}}}]\n" if photo else ""
    return f"""---
judul: {of["judul"]}
tanggal: 2026-11-{1 + number % 20:02}
perpustakaan: p{number % 4}
ringkasan: {of["ringkasan"]}
penulis: {of["penulis"]}
lokasi: {of["lokasi"]}
strategi: advokasi
topik: [{of["topik"]}]
tagar: [{of["tagar"]}]
mitra: [{of["mitra"]}, {{nama: {of["nama"]}}}]
masalah: {of["masalah"]}
tindakan: {of["tindakan"]}
hasil: {of["hasil"]}
dampak: {of["dampak"]}
makna: {of["makna"]}
langkah: [{of["langkah"]}]
alias: [{of["alias"]}]
kegiatan: {of["kegiatan"]}
{photos}kutipan: [{{teks: {of["teks"]}, nama: {of["nama"]}, peran: {of["peran"]}, izin: {CONSENT}}}]
ralat: [{{tanggal: 2026-11-21, teks: {of["ralat"]}}}]
sosial: {{whatsapp: {of["whatsapp"]}, facebook: {of["facebook"]}, x: {of["x"]}}}
---
{body}

Alinea dua: {body}

# {body}

- {body}

> {body}

| {body.replace(chr(10), " ")} | b |
|---|---|
| {body.replace(chr(10), " ")} | d |
"""


def library(number: int) -> str:
    """Return a profile in which each key has one of the strings."""
    keys = (
        "nama", "desa", "kecamatan", "alamat", "tentang", "telepon", "whatsapp", "surel", "situs", "instagram",
        "facebook",
    )  # fmt: skip
    of = {key: quoted(STRINGS[(number + 5 * at) % len(STRINGS)]) for at, key in enumerate(keys)}
    contact = ", ".join(f"{key}: {of[key]}" for key in keys[5:])
    lines = "\n".join(f"{key}: {of[key]}" for key in keys[1:5])
    body = as_written(STRINGS[number % len(STRINGS)])
    name = quoted(f"Perpustakaan {STRINGS[number % len(STRINGS)][:80]}")
    return f'---\nnama: {name}\ntingkat: desa\nwilayah: "32.04.99.2999"\n{lines}\nkontak: {{{contact}}}\n---\n{body}\n'


def page(number: int) -> str:
    """Return a free page in which each key has one of the strings."""
    title = quoted(f"Halaman {STRINGS[number % len(STRINGS)][:80]}")
    summary = quoted(STRINGS[(number + 1) % len(STRINGS)])
    return f"---\njudul: {title}\nringkasan: {summary}\nurutan: {number + 1}\n---\n{as_written(STRINGS[number])}\n"


def newsroom() -> Iterator[tuple[str, str]]:
    """Yield the files of a newsroom in which every string stands in every key."""
    for number in range(len(STRINGS)):
        yield f"content/stories/2026/11/kabar-{number}.md", report(number)
        yield f"content/stories/2026/11/judul-{number}.md", report(number, short=True)
        yield f"content/pages/halaman-{number}.md", page(number)
        yield f"content/libraries/q{number}.md", library(number)
    for number in range(4):
        yield f"content/libraries/p{number}.md", library(number)
