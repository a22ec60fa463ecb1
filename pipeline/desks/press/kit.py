"""A press kit: all that an editorial office needs for a report, in one ZIP whose names people understand."""

import base64
from collections.abc import Callable, Mapping
from pathlib import Path

from pipeline.build.parcel import packed
from pipeline.build.workbench import Workbench
from pipeline.desks.press import plain
from pipeline.desks.press.statement import Statement
from pipeline.desks.press.views import Kit, Release
from pipeline.language import N_, texts
from pipeline.pictures import paper
from pipeline.pictures.album import Album
from pipeline.templating.spreadsheet import BOM, harmless, table

PRINTED = 1_400
"""Pixels of a logo's longer side: 12 centimetres at 300 to an inch."""

HEAD = ("nomor", "berkas", "lebar", "tinggi", "keterangan", "teks_alternatif", "fotografer", "izin")
"""Columns of the list of photos. Their names are a contract: add at the end, never rename."""

CONTENTS = (
    N_("siaran-pers.docx: siaran untuk disunting"),
    N_("siaran-pers.pdf: siaran untuk dibaca dan dicetak"),
    N_("siaran-pers.txt: siaran untuk ditempel"),
    N_("foto/: foto ukuran cetak, dengan keterangan, nama fotografer, dan izinnya dalam keterangan-foto.txt dan .csv"),
    N_("lembar-fakta.txt: data kegiatan dan lembaga"),
    N_("juru-bicara.txt: siapa yang dapat ditanya"),
    N_("logo.png: logo untuk cetak"),
)
TERMS = N_(
    "Foto boleh dimuat untuk memberitakan isi siaran ini, dengan nama fotografernya, selama izin orang di dalamnya "
    "berlaku. Tanyakan dahulu kepada narahubung untuk pemakaian lain."
)
"""What photos may be used for. The media room says the same."""


def archive(view: Kit, told: Statement, bench: Workbench) -> bytes:
    """Return the ZIP with the kit of the release *told*; the forms in it are those that were made."""
    release = view.release
    say = texts(release.language)
    files = {path.rpartition("/")[2]: bench.made(path) for path in view.forms}
    album = Album(Path(bench.options["album"]))
    for number, photo in enumerate(release.photos, 1):
        # As large as there is one: a clean copy carries nothing but pixels.
        files[saved(release, number)] = album.path(photo.picture.name).read_bytes()
    if release.photos:
        files["foto/keterangan-foto.txt"] = _lines([*_captions(release, told), "", say(TERMS)])
        files["foto/keterangan-foto.csv"] = (BOM + table(HEAD, _rows(release))).encode()
    if release.logo:
        address = paper.logo(bench.blob(release.logo), PRINTED)
        files["logo.png"] = base64.b64decode(address.partition(",")[2])
    if release.spokespersons or told.contacts:
        files["juru-bicara.txt"] = _lines(_people(release, told, say))
    files["lembar-fakta.txt"] = _lines(_facts(release, told))
    files["BACA-DULU.txt"] = _lines(_first(release, told, files, say))
    return packed(files, release.day)


def saved(release: Release, number: int) -> str:
    """Return what a photo is called in the ZIP: by the story's own name, so by no person's."""
    return f"foto/{release.address.rpartition('/')[2]}-{number:02}.jpg"


def _lines(lines: list[str]) -> bytes:
    """Return *lines* as a file that opens on Windows as well."""
    return "\r\n".join([*lines, ""]).encode()


def _captions(release: Release, told: Statement) -> list[str]:
    named = (saved(release, number).rpartition("/")[2] for number in range(1, len(release.photos) + 1))
    return [f"{name}: {line.partition(' ')[2]}" for name, line in zip(named, plain.photos(told), strict=True)]


def _rows(release: Release) -> list[tuple[str, ...]]:
    return [
        (
            f"{number}", saved(release, number).rpartition("/")[2], f"{photo.picture.width}",
            f"{photo.picture.height}", harmless(photo.caption), harmless(photo.alt), harmless(photo.photographer),
            harmless(photo.consent),
        )
        for number, photo in enumerate(release.photos, 1)
    ]  # fmt: skip


def _facts(release: Release, told: Statement) -> list[str]:
    """Return the fact sheet: what took place in figures, and who reports it."""
    lines = [told.title, "", told.say["facts"].upper(), *(f"{fact.name}: {fact.text}" for fact in told.facts)]
    lines += [f"{told.say['source']} {told.source}", release.url]
    lines += ["", release.library.upper(), *filter(None, (release.home, *release.ways))]
    for about in told.about:
        lines += ["", told.say["about"].format(name=about.name).upper(), about.text]
    return lines


def _people(release: Release, told: Statement, say: Callable[[str], str]) -> list[str]:
    lines = [told.say["contacts"].upper(), *map(plain.person, told.contacts)]
    if release.spokespersons:
        lines += ["", say("Juru bicara").upper()]
        for person in release.spokespersons:
            who = ", ".join(filter(None, (person.name, person.role)))
            lines.append(f"{who}: {person.about}" if person.about else who)
    return lines


def _first(release: Release, told: Statement, files: Mapping[str, bytes], say: Callable[[str], str]) -> list[str]:
    there = {name.partition("/")[0] for name in files}
    listed = [said for said in CONTENTS if said.partition(":")[0].strip("/") in there]
    lines = [told.title, told.timing.upper(), "", *(f"- {say(said)}" for said in listed), "", release.url]
    return [*lines, "", told.say["sample"]] if release.sample else lines
