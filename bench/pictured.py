"""Photos and cards beside Hugo: ``python -m bench.pictured --stories 1000 --photos 200``.

Both get the same stories and the same photos of 12 megapixels. Hugo makes of each what its users make in a template:
WebP in the widths that warta makes, and a fill of 1200x630. warta makes a JPEG, and three crops in place of that fill,
and opens every photo in a process apart. Cards are drawn in the last rows, which Hugo does not have.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

from bench import album
from bench.archive import SEED, Archive, archive, write
from bench.measure import run
from bench.result import MB, Aim, Figures, figures
from bench.session import SETTLED, Sample
from bench.story import Story
from bench.table import table, targets
from bench.tool import EVERYTHING, Hugo, Tool, Warta, edition, warta
from pipeline.pictures.rendition import WIDTHS

WORK = Path(__file__).parent / "work"
COLD, NOTHING, ONE = "photos, cold", "photos, nothing changed", "photos, one story with a photo more"
ALL_COLD, ALL_NOTHING = "everything, cold", "everything, nothing changed"
ROWS = (COLD, NOTHING, ONE, ALL_COLD, ALL_NOTHING)

NOTES = """\
Times are medians of {rounds} rounds, Hugo and warta by turns; peak memory is summed over all processes every 20 ms, in
one round more whose times are not used (but for "everything, cold", which is built once). "others" is the share of the
machine that other work took meanwhile: where it is high, look at CPU.
Of each photo both make WebP in the same widths; Hugo also a fill of 1200x630, warta a JPEG and crops of 1200x675,
1200x900 and 1200x1200. "everything" is all desks: warta also draws the cards and covers of every story, with or without
a photo."""

NO_CARDS = "\n[kit]\nsejak = 2100-01-01\n"
"""Photos and nothing drawn: what Hugo does too."""

FIGURE = f"""\
{{{{ with .Params.foto }}}}{{{{ with resources.Get . }}}}
{"".join(f'{{{{ $webp{width} := .Resize "{width}x webp" }}}}' for width in WIDTHS)}
{{{{ $card := .Fill "1200x630 jpg" }}}}<meta property="og:image" content="{{{{ $card.Permalink }}}}">
<figure class="photo"><img src="{{{{ $webp{WIDTHS[-2]}.RelPermalink }}}}" \
srcset="{", ".join(f"{{{{ $webp{width}.RelPermalink }}}} {width}w" for width in WIDTHS)}" \
width="{{{{ $webp{WIDTHS[-1]}.Width }}}}" alt="Rak buku"></figure>
{{{{ end }}}}{{{{ end }}}}
"""
"""What is put into Hugo's template of a story: its photo in the widths that warta makes, and one for links."""

BODY = '<div class="body">\n'

CARDS = """
import json, sys, time
from pathlib import Path
from pipeline.build.workbench import Setting, Workbench
from pipeline.pictures import deck, render
from pipeline.pictures.card import Cards
from pipeline.content.picture import Picture
from pipeline.templating.folders import folders
from pipeline.pictures.vips import vips
copies = [Path(name) for name in sys.argv[1:]]
home = copies[0].parent.parent
bench = Workbench(Setting(home, home, home, {"templates": folders(Path("/nowhere")), "compiled": "", "edition": "",
                                             "album": f"{home}"}))
stories = []
for look in ("koran", "jendela", "poster", "pita", "bingkai", "lapis") * 3:
    number = len(stories)
    copy = copies[number % len(copies)]
    image = vips().Image.new_from_file(f"{copy}")
    stories.append(dict(look=look, title=f"Kebun di halaman perpustakaan panen perdana {number}", kicker="Pertanian",
                        library=f"Perpustakaan Desa Sukabaca {number}", place="Kabupaten Bandung",
                        site="Kabar", host="kabar.example",
                        quote="Dulu saya kira perpustakaan hanya untuk orang sekolahan.", speaker="Ibu S., peserta",
                        number="26", label="peserta", motif="awan", icon="daun", seed=number,
                        photo=Picture(copy.stem, image.width, image.height)))
took = [0.0] * len(stories)
for shapes in ((deck.WIDE,), (*deck.TALL, deck.QUOTE, deck.NUMBER)):
    for number, words in enumerate(stories):
        start = time.process_time()
        render.cards(Cards(shapes=shapes, **words), bench)
        took[number] += time.process_time() - start
print(json.dumps(took[6:]))
"""
"""Draws all cards of stories with a photo, a quotation and a number, in each look; the first of each warms up.

As in a build: first the cards of all stories for the web, then those to post, so a photo's copy is opened for each.
"""

COPIES = 12
"""So many photos are on the cards that are timed."""


class Pair:
    """The same newsroom for both tools below *folder*."""

    def __init__(self, folder: Path, made: Archive, photos: Path, count: int) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        write(folder, made)
        self.hugo, self.warta = Hugo(folder / "hugo"), Warta(folder / "warta")
        self.warta.command = warta("build", "--json", "--only", "site", "--only", "photos")
        self.photos = photos
        page = self.hugo.template.read_text("utf-8")
        self.hugo.template.write_text(page.replace(BODY, BODY + FIGURE, 1), "utf-8")
        every = max(1, len(made.stories) // count)
        self.pictured = made.stories[::every][:count]
        for number, story in enumerate(self.pictured):
            self.put(story, number)
        self.settings(NO_CARDS)

    def settings(self, more: str) -> None:
        """Give warta's newsroom the settings *more* beside its own."""
        path = self.warta.root / "content" / "site.toml"
        path.write_text(path.read_text("utf-8").partition("\n[meja]")[0].partition("\n[kit]")[0] + more, "utf-8")

    def put(self, story: Story, number: int) -> None:
        """Write *story* with the photo *number* for both tools."""
        source, name = album.path(self.photos, number), f"foto-{number:04}.jpg"
        for tool, target in (
            (self.hugo, self.hugo.root / "assets" / name),
            (self.warta, self.warta.path(story).with_name(name)),
        ):
            target.parent.mkdir(parents=True, exist_ok=True)
            target.unlink(missing_ok=True)
            os.link(source, target)
            tool.put(story)
            path = tool.path(story)
            line = f"foto: [{{berkas: {name}, alt: Rak buku, izin: ya}}]" if tool is self.warta else f"foto: {name}"
            path.write_text(path.read_text("utf-8").replace("---\n", f"---\n{line}\n", 1), "utf-8")


def _measured(tell: Callable[[str], None], pair: Pair, made: Archive, rounds: int) -> Iterator[Sample]:
    """Yield every measured build: cold, nothing changed, one story with a photo more."""
    for count in (*range(1, rounds + 1), 0):
        for tool in (pair.hugo, pair.warta) if count % 2 else (pair.warta, pair.hugo):
            tool.forget()
            yield _told(tell, COLD, tool, count)
            yield _told(tell, NOTHING, tool, count)
        pair.put(made.extras[0], len(pair.pictured))
        for tool in (pair.hugo, pair.warta):
            yield _told(tell, ONE, tool, count)
        for tool in (pair.hugo, pair.warta):
            tool.remove(made.extras[0])
            run(tool.command, tool.root, environment=tool.environment)


def _everything(tell: Callable[[str], None], pair: Pair) -> Iterator[Sample]:
    """Yield the builds of all desks with all cards; once, for the first of them takes minutes."""
    tool = Warta(pair.warta.root, EVERYTHING)
    pair.settings("")
    tool.forget()
    yield _told(tell, ALL_COLD, tool, 0)
    yield _told(tell, ALL_NOTHING, tool, 1)


def _told(tell: Callable[[str], None], row: str, tool: Tool, count: int) -> Sample:
    time.sleep(SETTLED)
    cost = run(tool.command, tool.root, environment=tool.environment, sample=count == 0)
    peak = f" {cost.peak / MB:.0f} MB" if cost.peak else ""
    tell(f"  {count or 'memory'}: {row:36} {tool.name:16} {cost.wall:7.2f} s, CPU {cost.cpu:7.2f} s{peak}, "
         f"others {cost.others:.0%}  {tool.told(cost.output)}")  # fmt: skip
    return Sample(row, tool.name, count, cost, tool.told(cost.output))


def _cards(pair: Pair) -> float:
    """Return the median CPU seconds of all cards of one story."""
    copies = sorted((pair.warta.root / ".warta/cache/photos").glob("??/*.jpg"))[:COPIES]
    told = subprocess.run([sys.executable, "-P", "-c", CARDS, *copies], check=True, capture_output=True, text=True)
    return median(json.loads(told.stdout))


def _aims(found: Figures, cards: float) -> list[Aim]:
    ours, theirs = found[COLD, "warta"], found[COLD, "hugo"]
    peak = max(figure.peak for (_, tool), figure in found.items() if tool != "hugo")
    return [
        Aim("photos, cold, wall", ours.wall / theirs.wall, 0.2, "x"),
        Aim("photos, cold, CPU", ours.cpu / theirs.cpu, 0.2, "x"),
        Aim("photos, nothing changed, wall", found[NOTHING, "warta"].wall, 0.4, "s"),
        Aim("all cards of one story, CPU", cards, 0.35, "s"),
        Aim("peak memory of any row", peak / MB, 600, "MB"),
    ]


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m bench.pictured", description=__doc__)
    parser.add_argument("--stories", type=int, default=1_000)
    parser.add_argument("--photos", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--work", type=Path, default=WORK)
    parser.add_argument("--without-everything", action="store_true", help="leave out the rows of all desks")
    asked = parser.parse_args()
    print(f"Making {asked.photos + 1} photos of 12 megapixels, where they are not there yet", flush=True)
    photos = album.folder(asked.work, album.WIDTH, album.HEIGHT)
    photos.mkdir(parents=True, exist_ok=True)
    script = Path(album.__file__)
    subprocess.run([sys.executable, script, photos, "--photos", f"{asked.photos + 1}", "--seed", f"{SEED}"], check=True)
    made = archive(asked.stories)
    pair = Pair(asked.work / "pictured", made, photos, asked.photos)
    tell = lambda line: print(line, flush=True)  # noqa: E731  used as a value
    found = list(_measured(tell, pair, made, asked.rounds))
    if not asked.without_everything:
        found += _everything(tell, pair)
    measured = figures(found)
    result: dict[str, Any] = {
        "stories": asked.stories, "photos": asked.photos, "warta": edition(),
        "figures": [{"row": row, "tool": tool, **figure._asdict()} for (row, tool), figure in measured.items()],
        "samples": [{**some._asdict(), "cost": some.cost._replace(output="")._asdict()} for some in found],
    }  # fmt: skip
    aims = _aims(measured, _cards(pair))
    result["targets"] = [{**aim._asdict(), "met": aim.met} for aim in aims]
    (asked.work / "pictured.json").write_text(json.dumps(result, indent=1), "utf-8")
    rows = [(row, row) for row in ROWS]
    print("", *table(measured, rows), "", *targets(aims), "", NOTES.format(rounds=asked.rounds), sep="\n")


if __name__ == "__main__":
    main()
