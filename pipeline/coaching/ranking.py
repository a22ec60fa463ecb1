"""Which suggestions are shown: three of a report at a time, the most useful first.

One order over everything of level ``hint``, whoever finds it. More at once would read as scolding, and nobody mends ten
things; what is left out comes back when the first three are mended.
"""

from collections.abc import Iterable

from pipeline.content.problem import Problem

MOST = 3

ORDER = (
    # what was set aside and should be looked at again; what keeps a report from being seen
    "aman-dipakai", "ralat-tanpa-catatan", "tarik-tanpa-alasan", "terjemahan-menunggu", "halaman-ditahan",
    # what is wrong as it stands
    "saran-angka-peserta", "saran-peserta-jumlah",
    # what a report is for
    "saran-permintaan", "saran-isi-pendek", "saran-hasil", "saran-siapa", "saran-angka-kabur", "saran-klaim",
    "saran-masalah", "saran-tempat", "saran-waktu", "saran-tindakan", "saran-bukti",
    # what is counted in the ledger of support
    "dukungan-tanpa-kode", "dukungan-tanpa-status", "catatan-dua-tempat", "tahun-hilang", "calon-kurang",
    "bobot-disesuaikan",
    # who cannot see, who is not named
    "foto-tanpa-alt", "saran-alt-hampa", "kutipan-tanpa-nama", "saran-kutipan-siapa", "saran-narasumber",
    "saran-kutipan-peran",
    # how it is found and read
    "saran-judul-umum", "judul-panjang", "saran-judul-kata-kerja", "saran-judul-kapital", "saran-judul-pasif",
    "saran-teras-pembuka", "saran-kalimat-panjang", "saran-kalimat-daftar", "saran-singkatan", "saran-teras-panjang",
    # the last touch
    "foto-kecil", "foto-tanpa-keterangan", "ringkasan-hilang", "saran-alt-sama", "saran-judul-tanda",
    "bukti-tanpa-sumber", "cuplikan-panjang", "teks-diperbaiki", "isian-tanpa-spasi", "aman-tidak-perlu",
)  # fmt: skip
"""Every hint, the most useful first."""

_RANK = {code: rank for rank, code in enumerate(ORDER)}

OWN = ("words", "text")
"""Values of a suggestion that are the writer's own words."""


def chosen(hints: Iterable[Problem]) -> list[Problem]:
    """Return the *hints* of one report that are shown, best first: each kind once before any twice.

    One of them at least repeats the writer's own words, where any does.
    """
    ranked = sorted(hints, key=lambda hint: (_RANK.get(hint.code, len(ORDER)), hint.line))
    firsts = list({hint.code: hint for hint in reversed(ranked)}.values())[::-1]
    rest = [hint for hint in ranked if hint not in firsts]
    kept = [*firsts, *rest][:MOST]
    own = next((hint for hint in ranked if repeats(hint)), None)
    if own is not None and not any(map(repeats, kept)):
        kept[-1] = own
    return kept


def repeats(hint: Problem) -> bool:
    """Whether *hint* repeats the writer's own words."""
    return any(hint.values.get(name) for name in OWN)
