"""Only our fonts are used, each where it should be, and what none of them has is left out."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from pipeline.pictures.fonts import FAMILY, WEIGHTS, drawable
from pipeline.pictures.lettering import Manner, lettered
from pipeline.pictures.vips import FONTS, vips

FILES = {
    400: "PlusJakartaSans_400Regular.ttf",
    600: "PlusJakartaSans_600SemiBold.ttf",
    800: "PlusJakartaSans_800ExtraBold.ttf",
}
SAMPLE = "HHQQggMM0000"


def ink(font: TTFont, text: str, size: int) -> float:
    """Return how wide the ink of *text* is by the font's own advances, in pixels."""
    names, metrics, shapes = [font.getBestCmap()[ord(sign)] for sign in text], font["hmtx"], font["glyf"]
    last = shapes[names[-1]]
    right = metrics[names[-1]][0] - (metrics[names[-1]][1] + last.xMax - last.xMin)
    whole = sum(metrics[name][0] for name in names) - metrics[names[0]][1] - right
    return whole * size / font["head"].unitsPerEm


def drawn(text: str, weight: int = 400, size: int = 96):
    return vips().Image.text(text, font=f"{FAMILY} {WEIGHTS[weight]} {size}", dpi=72)


@pytest.mark.parametrize("weight", WEIGHTS)
def test_the_words_are_in_plus_jakarta_sans_of_that_weight(weight):
    widths = {other: ink(TTFont(FONTS / file), SAMPLE, 96) for other, file in FILES.items()}
    assert drawn(SAMPLE, weight).width == pytest.approx(widths[weight], abs=3)
    # The three differ little in width, so how much ink there is tells them apart.
    black = [drawn(SAMPLE, other).avg() for other in sorted(WEIGHTS)]
    assert black[0] * 1.15 < black[1]
    assert black[1] * 1.1 < black[2]


def glyph(file: str, sign: str, size: int) -> tuple[float, float]:
    """Return width and height of one sign's ink, by the font itself."""
    font = TTFont(FONTS / file)
    shape, scale = font["glyf"][font.getBestCmap()[ord(sign)]], size / font["head"].unitsPerEm
    return (shape.xMax - shape.xMin) * scale, (shape.yMax - shape.yMin) * scale


@pytest.mark.parametrize(
    ("sign", "weight", "file"),
    [
        ("ꦲ", 400, "NotoSansJavanese_400Regular.ttf"),
        ("ꦗ", 800, "NotoSansJavanese_700Bold.ttf"),
        ("🌱", 400, "NotoEmoji_700Bold.ttf"),
        ("📚", 800, "NotoEmoji_700Bold.ttf"),
        ("Q", 800, "PlusJakartaSans_800ExtraBold.ttf"),
    ],
)
def test_javanese_and_emoji_are_drawn_in_their_own_fonts(sign, weight, file):
    image = drawn(sign, weight, 200)
    width, height = glyph(file, sign, 200)
    assert (image.width, image.height) == (pytest.approx(width, abs=3), pytest.approx(height, abs=3))


def test_what_our_fonts_cover_is_written_down():
    codes = set()
    for file in FONTS.glob("*.ttf"):
        codes |= set(TTFont(file).getBestCmap())
    covered = set()
    for row in (FONTS / "covered.tsv").read_text("ascii").splitlines():
        first, last = (int(part, 16) for part in row.split("\t"))
        covered.update(range(first, last + 1))
    assert covered == {c for c in codes if c >= 0x20 and not 0x7F <= c < 0xA0 and c != 0xFEFF}


@pytest.mark.parametrize("sign", ["ع", "中", "\ue000", "ᬅ", "\x07", "\u202e", "😀"])
def test_a_sign_that_no_font_has_is_left_out(sign):
    manner = Manner(60, 20)
    with_sign, without = lettered(f"Kabar{sign} desa", 900, 200, manner), lettered("Kabar desa", 900, 200, manner)
    same = with_sign.mask.write_to_memory() == without.mask.write_to_memory()
    assert same is (sign != "😀")


def test_only_signs_that_no_font_has_draw_nothing():
    assert lettered("中文 العربية", 900, 200, Manner(60, 20)) is None
    assert lettered(" \n\t", 900, 200, Manner(60, 20)) is None


def test_words_are_composed_and_on_one_line():
    assert drawable("  Pe\u0301rpustakaan\n\tDesa ") == "Pérpustakaan Desa"
    assert drawable("👩\u200d🌾 tani") == "👩\u200d🌾 tani"
    assert drawable("中\u200d tani") == "tani"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("𝗗𝗲𝘀𝗮 Ａ ㎡", "Desa A m2"),
        ("e\u2011mail", "e\u2010mail"),
        ("1\ufe0f\u20e3 Juara", "1 Juara"),
        ("\u0301abc ع\u0301 中\u0301", "abc"),
        ("a\u200db \u200b \u200c", "ab"),
        ("❤\ufe0f", "❤\ufe0f"),
        ("n\u0304", "n\u0304"),
        ("ꦥꦸꦱ꧀ꦠꦏ", "ꦥꦸꦱ꧀ꦠꦏ"),
        ("\u0935\u093f", ""),
        ("ꦁ ꦸ \u0301", ""),
    ],
)
def test_a_sign_goes_with_its_marks_and_a_fancy_letter_becomes_plain(text, kept):
    assert drawable(text) == kept


@pytest.mark.parametrize("nothing", ["\u200b", "\u200c", "\ufe0f", "\u0301", "\U000e0067", "\u200b \u200d"])
def test_signs_without_ink_are_no_words(nothing):
    assert lettered(nothing, 300, 100, Manner(40, 20)) is None


def test_no_cache_of_fonts_is_written_and_none_is_missed():
    assert "<cachedir>/dev/null</cachedir>" in (FONTS / "fonts.conf").read_text("utf-8")


FOREIGN = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
<match target="pattern"><edit name="family" mode="assign"><string>Noto Emoji</string></edit></match>
</fontconfig>
"""


def test_fonts_and_rules_of_the_system_are_not_seen(tmp_path):
    (tmp_path / "fontconfig").mkdir()
    (tmp_path / "fontconfig/fonts.conf").write_text(FOREIGN, "utf-8")
    program = (
        "from pipeline.pictures.vips import vips; import sys;"
        f"sys.stdout.buffer.write(vips().Image.text({SAMPLE!r}, font='Plus Jakarta Sans 40', dpi=72).write_to_memory())"
    )
    bare = {"PATH": os.environ["PATH"], "PYTHONPATH": f"{Path(__file__).parents[2]}"}
    foreign = {
        "HOME": "/nonexistent", "XDG_CONFIG_HOME": f"{tmp_path}", "FONTCONFIG_PATH": f"{tmp_path / 'fontconfig'}",
        "FONTCONFIG_FILE": f"{tmp_path / 'fontconfig/fonts.conf'}", "FONTCONFIG_SYSROOT": f"{tmp_path}",
    }  # fmt: skip
    runs = [
        subprocess.run([sys.executable, "-c", program], env=bare | more, capture_output=True, check=True)
        for more in ({}, foreign)
    ]
    assert runs[0].stdout == runs[1].stdout == drawn(SAMPLE, 400, 40).write_to_memory()
    assert [run.stderr for run in runs] == [b"", b""]


def test_every_font_is_shipped_with_its_licence():
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))
    assert project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"] == ["pipeline"]
    names = {path.name.partition("_")[0] for path in FONTS.glob("*.ttf")}
    assert {f"OFL-{name}.txt" for name in names} == {path.name for path in FONTS.glob("OFL-*")}
