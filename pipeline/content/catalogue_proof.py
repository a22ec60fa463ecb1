"""Problems of what a report proves by numbers: evidence, before and after, survey, people."""

from pipeline.content.code import Code, hint, warning

PROOF: dict[str, Code] = {
    "bukti-kosong": warning(
        "bukti ini belum berisi, jadi tidak dipakai.",
        'Tulis misalnya: bukti: [{{apa: "panen dijual ke pasar", nilai: 12 kg, sumber: buku kas kelompok}}]',
    ),
    "bukti-tanpa-sumber": hint(
        "bukti ini belum menyebut dari mana diketahui.", "Tulis misalnya: sumber: daftar hadir, atau sumber: buku kas"
    ),
    "bukti-tanggal": warning('tanggal bukti "{value}" belum bisa kami baca.', "Tulis misalnya: tanggal: {example}"),
    "ukuran-tanpa-angka": warning(
        'kami belum menemukan angka di "{value}", jadi tidak dipakai.',
        "Tulis angka lalu satuannya, misalnya: 12 keluarga",
    ),
    "ukuran-tanpa-satuan": warning("angka {value} belum bersatuan.", "Tulis misalnya: {value} keluarga"),
    "sebelum-tanpa-sesudah": warning(
        "{key} ditulis tanpa {other}, jadi belum dapat dibandingkan.", "Tulis juga, misalnya: {other}: 12 keluarga"
    ),
    "satuan-berbeda": warning(
        'sebelum dan sesudah diukur dengan satuan yang berbeda ("{before}" dan "{after}"), jadi tidak dibandingkan.',
        "Pakai satuan yang sama.",
    ),
    "survei-kosong": warning(
        "survei ini belum berisi jawaban, jadi tidak dipakai.",
        "Tulis misalnya: survei: {{menjawab: 20, pengetahuan: 18, percaya_diri: 15, penerapan: 17, kesadaran: 12}}",
    ),
    "survei-tidak-terbaca": warning(
        'jawaban {key} "{value}" belum bisa kami baca, jadi tidak dipakai.', "Tulis misalnya: {key}: 18/20"
    ),
    "survei-tanpa-penjawab": warning(
        "kami belum tahu {value} dari berapa orang yang menjawab, jadi tidak dipakai.",
        "Tambahkan misalnya: menjawab: 20",
    ),
    "survei-tidak-cocok": warning(
        "{agreed} setuju lebih banyak daripada {of} yang menjawab, jadi tidak dipakai.", "Periksa lagi angkanya."
    ),
    "orang-tanpa-sumber": warning(
        "{number} orang yang berbeda perlu sumbernya; tanpa itu hanya kehadiran yang dihitung.",
        "Tulis misalnya: orang: {{jumlah: {number}, sumber: daftar hadir}}",
    ),
    "orang-lebih-banyak": warning(
        "{number} orang yang berbeda lebih banyak daripada {total} kehadiran, jadi tidak dipakai.",
        "Periksa lagi angkanya.",
    ),
}
