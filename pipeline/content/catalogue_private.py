"""Private data in what people write. See ``catalogue``."""

from pipeline.content.code import Code, hint, holding, warning

IDENTITY = {
    "nik": "NIK",
    "kk": "nomor kartu keluarga",
    "npwp": "NPWP",
    "nip": "NIP",
    "nisn": "NISN",
    "bpjs": "nomor BPJS",
    "akta": "nomor akta kelahiran",
    "paspor": "nomor paspor",
    "sim": "nomor SIM",
    "plat": "pelat nomor kendaraan",
    "kartu": "nomor kartu bank",
}
"""Kinds of numbers that name one person, each with a code of its own, and what they are called."""

NO_CHILD = "bukan-anak"
"""Marks that who looks like a named child is none, as a trainer in a school."""


def _identity(name: str) -> Code:
    return holding(
        f'{name} "{{start}}" terbaca di sini, dan nomor seperti itu dapat disalahgunakan; laporan ini kami tahan.',
        "Hapus nomornya; nama atau inisial sudah cukup. Kalau ini bukan nomor orang, tulis: "
        "aman: [{{kode: {mark}, alasan: …}}]",
    )


def _contact(name: str) -> Code:
    return holding(
        f'{name} "{{start}}" bukan milik perpustakaan; orang asing bisa memakainya, jadi kami tahan.',
        "Hapus, atau ganti dengan kontak perpustakaan. Kalau untuk umum, tulis di profil perpustakaan, di site.toml "
        "(umum), atau di sini: aman: [{{kode: {mark}, alasan: …}}]",
    )


def _home(name: str) -> Code:
    return warning(
        f'{name} "{{start}}" tampaknya rumah seseorang.',
        "Cukup nama desa atau dusunnya. Kalau tempat umum, tulis: aman: [{{kode: {mark}, alasan: …}}]",
    )


def _told(name: str) -> Code:
    return warning(
        f'"{{start}}" ({name}) diceritakan tentang orang yang bisa dikenali.',
        "Tanyakan dulu, atau tulis tanpa nama, misalnya 'Ibu S.'. Kalau sudah setuju, tulis: "
        "aman: [{{kode: {mark}, alasan: …}}]",
    )


JUDGED: dict[str, Code] = {
    "data-telepon": _contact("nomor telepon"),
    "data-surel": _contact("alamat surel"),
    "data-rekening": _contact("nomor rekening"),
    "data-rt-rw": _home("RT/RW"),
    "data-alamat": _home("alamat"),
    "data-koordinat": _home("koordinat"),
    "data-kesehatan": _told("kesehatan"),
    "data-hukum": _told("hukum"),
    "data-ekonomi": _told("keadaan ekonomi"),
    "data-anak": holding(
        'nama lengkap anak "{start}" terbaca di sini; anak belum bisa memutuskan sendiri, jadi kami tahan.',
        "Tulis nama depannya saja: {short}. Kalau walinya sudah setuju, tulis: "
        "aman: [{{kode: data-anak, alasan: izin wali nomor …}}]; kalau ini orang dewasa: "
        "aman: [{{kode: bukan-anak, alasan: …}}]",
    ),
    "data-anak-sensitif": holding(
        '"{start}" diceritakan tentang anak yang bisa dikenali; itu bisa melukainya seumur hidup, jadi kami tahan.',
        "Ceritakan tanpa nama dan tanpa tanda pengenal lain. Kalau redaktur kedua sudah memeriksa, tulis: "
        "aman: [{{kode: data-anak-sensitif, alasan: diperiksa …}}]",
    ),
    "anak-di-rumah": holding(
        '"{start}" menunjukkan tempat tinggal, dan laporan ini menceritakan anak; jadi kami tahan.',
        "Hapus alamatnya; cukup nama desanya.",
    ),
    "anak-dikenali": holding(
        'nama lengkap "{start}", tempat, dan foto anak bertemu di satu laporan; siapa pun bisa menemukannya, jadi kami '
        "tahan.",
        "Pilih salah satu: nama depan saja, atau fotonya dilepas. Izin wali tidak cukup untuk ketiganya. Kalau yang "
        "disebut orang dewasa, tulis: aman: [{{kode: bukan-anak, alasan: …}}]",
    ),
}
"""What is judged when the rest of the newsroom is known: whose a number is, and what stands beside it."""

PRIVATE: dict[str, Code] = {
    **{f"data-{kind}": _identity(name) for kind, name in IDENTITY.items()},
    "aman-dipakai": hint("{mark} di baris {lines} ditandai aman ({reason}).", "Periksa lagi bila isinya berubah."),
    "aman-tanpa-alasan": warning(
        "aman untuk {mark} belum menyebut alasannya, jadi tidak dipakai.",
        "Tulis misalnya: aman: [{{kode: {mark}, alasan: nomor surat, bukan nomor orang}}]",
    ),
    "aman-tidak-dikenal": warning(
        'kode "{value}" pada aman tidak dikenal, jadi tidak dipakai.', "Mungkin maksudnya: {near}"
    ),
    "aman-tidak-perlu": hint("aman untuk {mark} tidak dipakai: tidak ada yang perlu dikecualikan.", "Hapus baris itu."),
}
"""Private data, and what was looked at and found to be none."""

EXCEPTIONS = (*(code for code in (*PRIVATE, *JUDGED) if code.startswith("data-")), NO_CHILD)
"""The codes that somebody may mark safe (``aman``)."""
