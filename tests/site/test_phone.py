"""Numbers that can be tapped."""

import pytest

from pipeline.desks.site.phone import dialled, whatsapp


@pytest.mark.parametrize(
    ("written", "digits", "chat"),
    [
        ("0812-3456-7890", "081234567890", "https://wa.me/6281234567890"),
        ("+62 812 3456 7890", "+6281234567890", "https://wa.me/6281234567890"),
        ("(022) 420.1234", "0224201234", "https://wa.me/62224201234"),
        ("0812 3456 7890 (Bu Ani)", "", ""),
        ("0812 atau 0813", "", ""),
        ("٠٨١٢٣٤٥٦٧٨", "", ""),
        ('"><b>', "", ""),
        ("", "", ""),
    ],
)
def test_a_number_is_dialled_and_chatted_with(written, digits, chat):
    assert (dialled(written), whatsapp(written)) == (digits, chat)


def test_a_library_can_be_called_with_one_tap(newsroom):
    profile = (
        '---\nnama: Alfa\ntingkat: desa\nwilayah: "32.04.99.2999"\nkontak:\n  telepon: "{0}"\n  whatsapp: "{0}"\n---\n'
    )
    room = newsroom({"content/libraries/alfa.md": profile.format("0812-3456-7890")})
    room.build()
    text = room.page("site/perpustakaan/alfa/index.html")
    assert '<a href="tel:081234567890">0812-3456-7890</a>' in text
    assert '<a href="https://wa.me/6281234567890" rel="noopener">0812-3456-7890</a>' in text

    room.write({"content/libraries/alfa.md": profile.format("0812 (Bu Ani)")})
    room.build()
    assert "<dd>0812 (Bu Ani)</dd>" in room.page("site/perpustakaan/alfa/index.html")
