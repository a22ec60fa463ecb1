"""Which pictures stand for a story, or for the site, where others show it."""

from pipeline.archive.entry import Entry
from pipeline.config import Site
from pipeline.content.story import Photo
from pipeline.language import N_, texts
from pipeline.pictures import deck, rendition
from pipeline.pictures.deck import Deck
from pipeline.templating.plate import Plate


def preview(site: Site, cards: Deck, entry: Entry) -> Plate:
    """Return the picture of *entry* for link previews: its card, else its lead photo, else the site's own card."""
    card = cards.web(entry)
    if card is not None:
        return _card(deck.files(entry.story.address, card)[0], _said(site, entry))
    return next(iter(_crops(entry)), own(site, cards))


def own(site: Site, cards: Deck) -> Plate:
    """Return the site's own card."""
    alt = f"{site.nama}: {site.slogan}" if site.slogan else site.nama
    return _card(deck.files("", cards.site())[0], alt)


def found(site: Site, cards: Deck, entry: Entry) -> tuple[Plate, ...]:
    """Return the pictures of *entry* for search engines: the lead photo in three shapes, or its cover."""
    crops = _crops(entry)
    card = None if crops else cards.web(entry)
    covers = [] if card is None else deck.files(entry.story.address, card)[1:]
    return crops or tuple(_card(cover, _said(site, entry)) for cover in covers)


def posted(site: Site, cards: Deck, entry: Entry) -> tuple[Plate, ...]:
    """Return the cards of *entry* to post."""
    view = cards.social(entry)
    if view is None:
        return ()
    alts = {"kutipan": f"“{view.quote}” – {view.speaker}".removesuffix(" – "), "angka": f"{view.number} {view.label}"}
    return tuple(
        _card(file, alts.get(file.kind) or _said(site, entry)) for file in deck.files(entry.story.address, view)
    )


def _card(file: deck.CardFile, alt: str) -> Plate:
    return Plate(file.path.removeprefix("site/"), file.width, file.height, alt)


def _crops(entry: Entry) -> tuple[Plate, ...]:
    photo = rendition.lead(entry.story.photos)
    if photo is None or photo.picture is None:
        return ()
    address = entry.story.address
    stem = rendition.stem(address, rendition.Crops(picture=photo.picture))
    alt = photo.alt or photo.caption or entry.story.title
    return tuple(Plate(f"{address}/{stem}{w}x{h}.jpg", w, h, alt) for w, h in rendition.SHAPES)


def _said(site: Site, entry: Entry) -> str:
    """Return what a card shows, in words."""
    photo: Photo | None = rendition.lead(entry.story.photos)
    seen = (photo.alt or photo.caption) if photo else ""
    said = texts(site.bahasa)(N_("Kartu berita: {title}")).format(title=entry.story.title)
    return f"{said}. {seen}" if seen else said
