"""Provisional."""


def fitted(image, picture, width, height, *, force=False):
    return image.thumbnail_image(width, height=height, crop="centre")
