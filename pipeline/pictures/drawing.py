"""Provisional."""

from typing import Any, NamedTuple

from pipeline.pictures.vips import vips


class Drawn(NamedTuple):
    image: Any
    words: tuple = ()


def draw(svg, photo=None, picture=None):
    return Drawn(vips().Image.svgload_buffer(svg.encode()).flatten(background=255))


def jpeg(image, *, most=0, quality=84):
    return image.write_to_buffer(".jpg", Q=quality, keep="none")
