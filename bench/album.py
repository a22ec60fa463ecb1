"""The photos of the archive: ``python bench/album.py DIR --photos 201`` makes those that are not there yet.

As telephones make them in size and weight (12 megapixels, some 3 MB): a sky, a ground, round and square things, and
grain. Photo *n* depends on the seed, its number and its size only; with one libvips it has the same bytes every time,
and no two photos have the same. Run as a process of its own, which imports nothing of warta: what libvips is told here
reaches no measured command.
"""

import argparse
import os
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from random import Random
from typing import Any

WIDTH, HEIGHT = 4_000, 3_000
SCENES = 4
"""So many pictures are drawn; each photo is a part of one of them, in another light, with grain of its own."""

MARGIN = 5
"""A scene is wider and higher than a photo by one part in so many."""

SKETCH, THINGS = 4, 60
"""A scene is drawn so many times smaller, which leaves edges as soft as a lens does; the number of things in it."""

GRAIN = 5.5
"""Of film: the standard deviation before it is softened."""

QUALITY = 92
Image = Any


def folder(work: Path, width: int, height: int) -> Path:
    """Return where photos of that size are kept below *work*: another edition of this file makes other photos."""
    edition = blake2b(Path(__file__).read_bytes(), digest_size=4).hexdigest()
    return work / f"photos-{width}x{height}-{edition}"


def path(album: Path, number: int) -> Path:
    """Return the file of photo *number* in the folder *album*."""
    return album / f"{number:04}.jpg"


class Camera:
    """Takes photos of *width* by *height* pixels; the same *seed* gives the same."""

    def __init__(self, seed: int, width: int, height: int) -> None:
        self._seed = seed
        self._width, self._height = width, height
        self._wide, self._high = width + width // MARGIN, height + height // MARGIN
        self._scenes = [self._scene(number) for number in range(SCENES)]
        self._grain = self._film()

    def photo(self, number: int) -> bytes:
        """Return photo *number* as JPEG."""
        chance = Random(f"{self._seed}/photo/{number}")
        image = self._part(self._scenes[number % SCENES], chance)
        if chance.random() < 0.5:
            image = image.fliphor()
        light = chance.uniform(0.88, 1.08)
        tint = [light * chance.uniform(0.95, 1.05) for _ in range(3)]
        image = image.linear(tint, [0, 0, 0]) + self._part(self._grain, chance)
        image = image.cast("uchar").copy(interpretation="srgb")
        return bytes(image.write_to_buffer(".jpg", Q=QUALITY, subsample_mode="on", keep="none"))

    def _part(self, image: Image, chance: Random) -> Image:
        left = chance.randint(0, image.width - self._width)
        top = chance.randint(0, image.height - self._height)
        return image.crop(left, top, self._width, self._height)

    def _film(self) -> Image:
        """Return grain, in all bands alike, around zero."""
        noise = _vips().Image.gaussnoise(self._wide, self._high, sigma=GRAIN, mean=0, seed=self._seed % 2**31)
        return noise.gaussblur(0.5, precision="float").cast("short").copy_memory()

    def _scene(self, number: int) -> Image:
        """Return a sky over a ground, with things in front and something rough over all of it."""
        chance = Random(f"{self._seed}/scene/{number}")
        wide, high = self._wide // SKETCH + 1, self._high // SKETCH + 1
        horizon = round(high * chance.uniform(0.35, 0.6))
        sky = _slope(wide, horizon, _colour(chance, 150, 230), _colour(chance, 180, 250))
        ground = _slope(wide, high - horizon, _colour(chance, 70, 150), _colour(chance, 40, 110))
        image = sky.join(ground, "vertical").cast("uchar").copy(interpretation="srgb")
        for _ in range(THINGS):
            image = _thing(image, chance)
        for size in (100, 15, 3, 1):
            image += _rough(wide, high, size, chance)
        return image.resize(SKETCH, kernel="cubic").crop(0, 0, self._wide, self._high).cast("uchar").copy_memory()


def _slope(width: int, height: int, above: list[int], below: list[int]) -> Image:
    """Return a rectangle that goes from one colour over to another."""
    down = _vips().Image.xyz(1, height).extract_band(1) / height
    change = [to - start for start, to in zip(above, below, strict=True)]
    return (down * change + above).replicate(width, 1)


def _thing(image: Image, chance: Random) -> Image:
    """Return *image* with one more thing in front, round or square."""
    left, top = chance.randint(0, image.width), chance.randint(image.height // 4, image.height)
    size = max(2, round(image.width * chance.uniform(0.01, 0.09)))
    if chance.random() < 0.5:
        return image.draw_circle(_colour(chance, 30, 240), left, top, size // 2, fill=True)
    height = round(size * chance.uniform(0.4, 2.5))
    return image.draw_rect(_colour(chance, 30, 240), left, top, size, height, fill=True)


def _rough(width: int, height: int, size: int, chance: Random) -> Image:
    """Return unevenness whose spots are about *size* pixels wide, around zero."""
    wide, high = width // size + 2, height // size + 2
    spots = _vips().Image.gaussnoise(wide, high, sigma=7, mean=0, seed=chance.randrange(2**31))
    return spots.resize(size, kernel="cubic").crop(0, 0, width, height)


def _colour(chance: Random, least: int, most: int) -> list[int]:
    return [chance.randint(least, most) for _ in range(3)]


@lru_cache(1)
def _vips() -> Any:  # noqa: ANN401  pyvips has no types
    os.environ["VIPS_CONCURRENCY"] = "1"  # photos are made side by side
    import pyvips

    pyvips.cache_set_max(0)
    return pyvips


def make(album: Path, photos: int, *, seed: int, width: int = WIDTH, height: int = HEIGHT) -> None:
    """Make the first *photos* photos in the folder *album*, but for those that are there."""
    album.mkdir(parents=True, exist_ok=True)
    lacking = [number for number in range(photos) if not path(album, number).exists()]
    if not lacking:
        return
    camera = Camera(seed, width, height)

    def take(number: int) -> None:
        part = path(album, number).with_suffix(".part")
        part.write_bytes(camera.photo(number))
        part.rename(path(album, number))

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(take, lacking))


def main() -> None:
    """Make photos where the command line says."""
    parser = argparse.ArgumentParser(prog="python bench/album.py", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--photos", type=int, default=200)
    parser.add_argument("--seed", type=int, default=2024)
    parser.add_argument("--width", type=int, default=WIDTH)
    parser.add_argument("--height", type=int, default=HEIGHT)
    asked = parser.parse_args()
    make(asked.folder, asked.photos, seed=asked.seed, width=asked.width, height=asked.height)


if __name__ == "__main__":
    main()
