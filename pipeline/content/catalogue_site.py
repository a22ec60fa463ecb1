"""Problems of the built site, found by ``warta check --site``. See ``catalogue``."""

from pipeline.content.code import Code, error

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
