"""The words of a written date, in one table: months, weekdays, parts of the day, words that say nothing.

Spellings: EYD (1972) and the one before it (Djanuari, Djum'at), the short forms used in offices, colloquial ones,
and English. All are lower-case and without apostrophes.
"""

MONTHS: tuple[tuple[str, ...], ...] = (
    ("januari", "january", "jan", "djanuari", "januwari"),
    ("februari", "february", "feb", "pebruari", "peb", "febuari", "pebuari"),
    ("maret", "march", "mar", "mrt", "maart"),
    ("april", "apr", "apl"),
    ("mei", "may", "mey"),
    ("juni", "june", "jun", "djuni", "yuni"),
    ("juli", "july", "jul", "djuli", "yuli"),
    ("agustus", "august", "agu", "agt", "ags", "agst", "agust", "aug"),
    ("september", "sept", "sep"),
    ("oktober", "october", "okt", "oct"),
    ("november", "nopember", "nov", "nop"),
    ("desember", "december", "des", "dec"),
)
"""January to December; the first spelling is today's Indonesian one."""

WEEKDAYS: tuple[tuple[str, ...], ...] = (
    ("senin", "senen", "sen", "monday", "mon"),
    ("selasa", "slasa", "sel", "tuesday", "tue", "tues"),
    ("rabu", "rebo", "rab", "wednesday", "wed"),
    ("kamis", "kemis", "kam", "thursday", "thu", "thur", "thurs"),
    ("jumat", "jumaat", "jum", "djumat", "djumaat", "friday", "fri"),
    ("sabtu", "saptu", "sab", "setu", "saturday", "sat"),
    ("minggu", "ahad", "ming", "min", "mgg", "sunday", "sun"),
)
"""Monday to Sunday, as ``date.weekday()`` counts."""

PARTS: dict[str, tuple[int, int]] = {
    "dini": (0, 5),
    "subuh": (3, 6),
    "pagi": (0, 11),
    "siang": (10, 16),
    "sore": (14, 18),
    "petang": (16, 19),
    "malam": (18, 24),
    "am": (0, 11),
    "pm": (12, 23),
}
"""Part of the day -> its first and last hour; *12 malam* is 24, the end of that day."""

SILENT = frozenset(
    word
    for words in (
        "hari tgl tanggal pada bulan bln tahun thn th waktu setempat mulai dari sejak on the of at from",
        "dan serta s d sd sampai dengan hingga selesai and to until till through",
        "legi pahing paing pon wage kliwon",  # the Javanese week: Jumat Kliwon
        "t pukul pkl jam",
    )
    for word in words.split()
)
"""Words that may stand in a date and carry nothing."""

MONTH_NUMBERS: dict[str, int] = {word: number for number, words in enumerate(MONTHS, 1) for word in words}
WEEKDAY_NUMBERS: dict[str, int] = {word: number for number, words in enumerate(WEEKDAYS) for word in words}
