"""Problems of the site: of its settings, and of its pages once built (``warta check --site``). See ``catalogue``."""

from pipeline.content.code import Code, error, warning

SETTINGS: dict[str, Code] = {
    "bahasa-belum-diperiksa": warning(
        'terjemahan bahasa = "{value}" belum diperiksa penuturnya.',
        "Kalau Anda penuturnya, bantu kami: caranya di docs/bahasa.md pada warta.",
    ),
}
"""What ``site.toml`` asks for."""

SITE: dict[str, Code] = {
    "situs-halaman-berat": error(
        "HTML dan CSS halaman ini {size} setelah dipadatkan ({parts}); paling berat {most}.",
        "Persingkat isinya, atau ringankan templat dan gayanya.",
    ),
    "situs-tampilan-berat": error(
        "tampilan pertama halaman ini {size} ({parts}); paling berat {most}.",
        "Ringankan dulu bagian yang terbesar: {heaviest}.",
    ),
}
"""What a page weighs."""
