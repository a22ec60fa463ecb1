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


def _identity(name: str) -> Code:
    return holding(
        f'{name} "{{start}}" terbaca di sini, dan nomor seperti itu dapat disalahgunakan; laporan ini kami tahan.',
        "Hapus nomornya; nama atau inisial sudah cukup. Kalau ini bukan nomor orang, tulis: "
        "aman: [{{kode: {mark}, alasan: …}}]",
    )


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
