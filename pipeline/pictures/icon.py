"""The site's sign in its small forms: for the browser's tab, for home screens, for whoever asks what its logo is."""

from typing import ClassVar, Literal

import msgspec

from pipeline.build.output import Blob, Output, Renderer, View
from pipeline.config import Site
from pipeline.pictures.deck import Style
from pipeline.pictures.tones import tones
from pipeline.templating.frame import Marks

Form = Literal["plain", "maskable", "apple"]
"""With round corners; cut to any shape by the home screen (W3C, Web Application Manifest: purpose); Apple's."""

TEMPLATES = ("site/ikon.svg",)
STEM = "site/ikon."
"""What the paths of the pixels begin with. No page can have it: an address holds no dot."""

PIXELS: dict[str, tuple[Form, int]] = {
    "192.png": ("plain", 192),
    "512.png": ("plain", 512),
    "maskable.192.png": ("maskable", 192),
    "maskable.512.png": ("maskable", 512),
    "apple.180.png": ("apple", 180),
}
"""The pictures by their names after ``STEM``: form, and width in pixels (web.dev, Apple's developer library)."""

VECTOR = "favicon.svg"


class Icon(View, frozen=True, kw_only=True):
    """The site's sign: its logo, else a mark of ours in its colours."""

    INPUTS: ClassVar[dict[str, str]] = {"colours": "site.toml: kartu", "logo": "site.toml: kartu"}

    colours: tuple[str, str]
    logo: Blob = ""


def marks(site: Site, style: Style) -> Marks:
    """Return how pages name the site's sign: what is made of it, and two colours for the browser's own surface."""
    tone = tones(site.kartu.colours)
    pixels = site.meja.photos
    return Marks(
        vector=VECTOR if vector(site, style) else "",
        small=_address("192.png") if pixels else "",
        touch=_address("apple.180.png") if pixels else "",
        large=_address("512.png") if pixels else "",
        light=tone.primary,
        dark=tone.deep,
    )


def _address(name: str) -> str:
    return STEM.removeprefix("site/") + name


def vector(site: Site, style: Style) -> Output | None:
    """Return the sign as SVG; a logo of pixels is none, and stands in for it where pixels are made."""
    drawn = not style.logo or style.vector
    if not drawn and site.meja.photos:
        return None
    view = Icon(colours=site.kartu.colours, logo=style.logo if drawn else "")
    return Output(f"site/{VECTOR}", view, Renderer("pipeline.pictures.render:favicon", TEMPLATES))


def pixels(site: Site, style: Style) -> Output:
    """Return the sign as PNG, in every form and size."""
    view = Icon(colours=site.kartu.colours, logo=style.logo)
    return Output(STEM, view, Renderer("pipeline.pictures.render:icons", TEMPLATES), weight=10)


# -- the web manifest (W3C, Web Application Manifest) ------------------------------------------------------------------

MANIFEST = "manifest.webmanifest"
SHORT = 12
"""Letters that fit below a sign on a home screen."""


class Manifest(View, frozen=True, kw_only=True):
    """What a telephone must know to put the site on its home screen."""

    INPUTS: ClassVar[dict[str, str]] = {
        "name": "site.toml: nama",
        "about": "site.toml: tentang",
        "language": "site.toml: bahasa",
        "marks": "site.toml: kartu",
        "paper": "site.toml: kartu",
    }

    name: str
    about: str
    language: str
    marks: Marks
    paper: str


def manifest(site: Site, style: Style) -> Output:
    """Return the web manifest."""
    view = Manifest(
        name=site.nama, about=site.tentang or site.slogan, language=site.bahasa, marks=marks(site, style),
        paper=tones(site.kartu.colours).paper,
    )  # fmt: skip
    return Output(f"site/{MANIFEST}", view, Renderer("pipeline.pictures.render:webmanifest"))


def told(view: Manifest) -> bytes:
    """Return the manifest as JSON. Its addresses start from its own, so it works below a sub-path as well."""
    signs = [{"src": VECTOR, "sizes": "any", "type": "image/svg+xml", "purpose": "any"}] if view.marks.vector else []
    if view.marks.large:
        signs += [
            {
                "src": _address(name),
                "sizes": f"{size}x{size}",
                "type": "image/png",
                "purpose": "maskable" if form == "maskable" else "any",
            }
            for name, (form, size) in PIXELS.items()
            if form != "apple"
        ]
    data = {
        "name": view.name,
        "short_name": short(view.name),
        "description": view.about,
        "lang": view.language,
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": view.paper,
        "theme_color": view.marks.light,
        "icons": signs,
    }
    return msgspec.json.format(msgspec.json.encode({key: value for key, value in data.items() if value}), indent=1)


def short(name: str) -> str:
    """Return as many whole words of *name* as fit below a sign; the beginning of a first word that does not."""
    words = name.split()
    while len(words) > 1 and len(" ".join(words)) > SHORT:
        words.pop()
    return " ".join(words)[:SHORT] or name
