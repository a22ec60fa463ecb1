"""Themes: a folder named in the settings, single templates and tokens of a newsroom's own, and the stylesheet."""

import pytest

from pipeline.errors import ConfigError
from pipeline.templating.folders import bundled
from pipeline.templating.stylesheet import squeezed

SETTINGS = 'nama = "Kabar"\ntema = "{}"\n[meja]\nphotos = false\ncards = false\n'
TOKENS = "templates/site/tokens.css"


def test_a_theme_replaces_what_it_brings_and_a_newsroom_s_own_file_goes_before_it(newsroom, difference):
    room = newsroom({"content/site.toml": SETTINGS.format("laut")})
    room.build(only=("site",))
    assert "--accent:#0b5a72" in room.page("site/style.css")
    room.write({TOKENS: ":root { --accent: #112233; }\n"})
    room.build(only=("site",))
    assert "--accent:#112233" in room.page("site/style.css")
    assert "#0b5a72" not in room.page("site/style.css")
    room.write({TOKENS: None, "content/site.toml": SETTINGS.format("")})
    room.build()
    assert "--accent:#9a3412" in room.page("site/style.css")
    assert difference(room.tree(), room.clean()) == ""


def test_a_newsroom_may_bring_a_theme_of_one_template(newsroom, story):
    page = (bundled("templates") / "site/404.html").read_text("utf-8").replace("Ke beranda", "Pulang")
    room = newsroom({"content/site.toml": SETTINGS.format("kebun"), "templates/themes/kebun/site/404.html": page})
    room.build(only=("site",))
    assert "Pulang" in room.page("site/404.html")
    assert "--accent:#9a3412" in room.page("site/style.css")
    report = room.build(only=("site",))
    assert (report.planned, report.made) == (0, 0)


def test_a_theme_that_is_not_used_makes_nothing_anew(newsroom, story):
    room = newsroom({"content/stories/2025/01/satu.md": story("Satu")})
    room.build(only=("site",))
    room.write({"templates/themes/kebun/site/404.html": "lain"})
    assert room.build(only=("site",)).made == 0


def test_an_unknown_theme_is_refused_with_the_nearest_and_the_line(newsroom):
    room = newsroom({"content/site.toml": SETTINGS.format("lautan")})
    with pytest.raises(ConfigError) as caught:
        room.build(only=("site",))
    assert str(caught.value).startswith('content/site.toml:2: tema "lautan" tidak ada')
    assert '"laut"' in str(caught.value)


@pytest.mark.parametrize("name", ["../../content", "site/..", "/etc"])
def test_a_theme_is_a_name_and_no_way_out(newsroom, name):
    room = newsroom({"content/site.toml": SETTINGS.format(name)})
    with pytest.raises(ConfigError):
        room.build(only=("site",))


def test_every_theme_defines_every_token_that_the_stylesheet_uses():
    used = set()
    for line in (bundled("templates") / "site/style.css").read_text("utf-8").split("var(")[1:]:
        used.add(line.partition(")")[0])
    base = (bundled("templates") / "site/tokens.css").read_text("utf-8")
    themed = [path.read_text("utf-8") for path in (bundled("templates") / "themes").glob("*/site/tokens.css")]
    assert themed
    for tokens in (base, *themed):
        assert {name for name in used if f"{name}:" not in tokens} == set()


def test_a_squeezed_stylesheet_says_the_same():
    css = (
        "/* a */\n:root { --a: 1px; }\na:hover , b > c { width: calc(1px + 2px) ; margin: 0 auto }\n"
        "@media (x: 1) { p { y: z; } }"
    )
    assert squeezed(css) == (":root{--a:1px}a:hover,b > c{width:calc(1px + 2px);margin:0 auto}@media (x:1){p{y:z}}\n")
