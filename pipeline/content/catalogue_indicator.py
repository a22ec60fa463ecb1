"""Problems of ``content/indikator.toml``."""

from pipeline.content.code import Code, error

INDICATOR: dict[str, Code] = {
    "indikator-tidak-terbaca": error(
        "berkas ini belum dapat dibaca ({reason}), jadi indikator bawaan yang dipakai.",
        "Periksa tanda kutip dan kurungnya, atau hapus berkasnya.",
    ),
    "indikator-bukan-daftar": error(
        "indikator ditulis satu per satu dengan dua kurung.", "Tulis setiap indikator di bawah baris: [[indikator]]"
    ),
    "indikator-ganda": error('kode "{value}" sudah dipakai indikator lain, jadi yang ini dilewati.', "Ganti kodenya."),
    "indikator-tanpa-kode": error(
        'indikator "{name}" belum punya kode, jadi dilewati.', 'Tulis misalnya: kode = "kehadiran"'
    ),
    "indikator-tanpa-satuan": error(
        'indikator "{name}" belum punya satuan, jadi dilewati.', 'Tulis misalnya: satuan = "kehadiran"'
    ),
    "indikator-ukur": error(
        'ukur "{value}" tidak dikenal, jadi indikator ini dilewati.', 'Tulis misalnya: ukur = "{near}"'
    ),
    "indikator-hanya": error(
        '"{value}" di hanya tidak dikenal, jadi tidak dipakai.', 'Tulis misalnya: hanya = {{strategi = ["advokasi"]}}'
    ),
    "indikator-tingkat": error(
        'tingkat "{value}" tidak dikenal, jadi targetnya tidak dipakai.', "Pakai misalnya: {near} = 300"
    ),
    "indikator-target": error(
        'target "{value}" bukan tahun dengan bilangan menurut tingkat, jadi tidak dipakai.',
        "Tulis misalnya, di bawah baris [indikator.target.2027]: kabupaten = 9000",
    ),
}
