"""All texts of one story for one platform after the other."""

import re
from collections.abc import Callable, Mapping
from functools import cached_property, partial
from typing import Any

from pipeline.content.story import Correction
from pipeline.desks.social import whatsapp
from pipeline.desks.social.composer import Post, compose, tidy
from pipeline.desks.social.counting import count, utf16_units
from pipeline.desks.social.hashtags import hashtags
from pipeline.desks.social.openings import MARKS, Opening, beginning_of, openings
from pipeline.desks.social.prose import led
from pipeline.desks.social.reasons import reasons
from pipeline.desks.social.shorten import ELLIPSIS, beginning, grapheme_ends, word_ends
from pipeline.desks.social.threads import split
from pipeline.desks.social.views import Posts
from pipeline.language import N_, texts
from pipeline.platforms import sheet
from pipeline.platforms.limits import LIMITS, Limit
from pipeline.templating.dates import clock, long_date, short_date
from pipeline.templating.environment import fill

BRIEF = frozenset({"whatsapp"})
"""Chats get the summary only: who wants more opens the link."""

LONG = 1_024
"""On platforms of more, another text of the story is told in brief: the first one tells all of it."""

CHOICES = 3
"""Texts to choose from, at most."""

LONGEST = 100
"""Characters of a place's or a library's name in a post: nobody reads more, and a short platform has no room."""

LESS: tuple[Callable[[dict[str, Any]], dict[str, Any]], ...] = (
    lambda values: values,
    lambda values: {**values, "hashtags": values["hashtags"][:1]},
    lambda values: {**values, "hashtags": values["hashtags"][:1], "place": _cut(values["place"], 40)},
)
"""What must stay in a post, then less of it, for where even that is too much."""

BEGINNING = 12
"""Characters of a title that are left of it at least, where less of the rest makes room."""

_HERE = "\x00"
"""Stands for the text of one part of a thread while the template is filled."""


class Writer:
    """Writes the texts of *view*, whose body is *body* (plain paragraphs); *options* tell where templates are."""

    def __init__(self, view: Posts, body: str, options: Mapping[str, Any]) -> None:
        self._view = view
        self._body = body
        self._options = options
        self._openings = openings(view)

    def post(self, platform: str) -> sheet.Post:
        """Return everything for *platform* (a key of ``LIMITS``)."""
        row = LIMITS[platform]
        first, *others = self._choices(platform)
        text = first[1]
        return sheet.Post(
            platform=platform,
            name=row.name,
            file=f"{platform}.txt",
            variant=first[0],
            **self._counted(platform, text),
            title=self._title(row) if row.heading else None,
            variants=tuple(sheet.Alternative(variant=name, **self._counted(platform, post)) for name, post in others),
            thread=self._thread(row) if row.thread and text.shortened else (),
            first_comment=self._comment(platform) if row.comment else None,
            pictures=self._pictures(row),
        )

    def correction(self, item: Correction) -> sheet.Erratum:
        """Return what is sent to those who got the story before *item* was corrected."""
        view = self._view
        values = {
            "day": short_date(item.date.day, view.language), "library": view.library, "link": view.url,
            "sample": view.sample,
        }  # fmt: skip
        text = tidy(self._fill("social/correction.txt", values, item.text, view.title))
        return sheet.Erratum(day=item.date.day, text=text)

    # -- texts to choose from ------------------------------------------------------------------------------------------

    def _choices(self, platform: str) -> list[tuple[sheet.Variant, Post]]:
        """Return two or three texts, no two of which begin with the same sentence; the first is the one to send."""
        found: list[tuple[sheet.Variant, Post]] = []
        begun: set[str] = set()
        own = self._view.own.get(platform, "")
        if own:
            self._add(found, begun, "sendiri", self._own(platform, own))
        self._add(found, begun, "kabar", self._news(platform))
        for opening in self._openings:
            if len(found) == CHOICES:
                break
            if opening.variant not in {variant for variant, _ in found}:
                post = self._opened(platform, opening)
                if opening.variant == "ajakan" or _said(opening.text) in _said(post.text):
                    self._add(found, begun, opening.variant, post)
        return found

    def _add(
        self, found: list[tuple[sheet.Variant, Post]], begun: set[str], variant: sheet.Variant, post: Post
    ) -> None:
        begins = beginning_of(post.text, self._marks)
        if begins not in begun or not found:
            begun.add(begins)
            found.append((variant, post))

    @cached_property
    def _marks(self) -> tuple[str, ...]:
        """What is set before the first sentence of a sample."""
        say = texts(self._view.language)
        long = say(N_("(Contoh, bukan kejadian nyata)"))
        inner = say(N_("Contoh, bukan kejadian nyata"))
        return (long, whatsapp.italic(inner), say(N_("(Contoh)"))) if self._view.sample else ()

    def _own(self, platform: str, own: str) -> Post:
        """Return the library's own words, with the story's address unless they hold it."""
        link = self._link(platform)
        there = self._view.url.rstrip("/") in own
        values = {"link": "" if there else link, "sample": self._view.sample}
        return compose(platform, partial(self._fill, "social/own.txt", values), own, "")

    def _news(self, platform: str, link: str | None = None) -> Post:
        text = self._told(platform)
        return self._composed(platform, "kabar", text, self._view.title, link)

    def _opened(self, platform: str, opening: Opening) -> Post:
        """Return the text that begins with *opening*, then says what the story is about."""
        long = (LIMITS[platform].limit or LONG + 1) > LONG
        rest = self._brief if long else self._told(platform)
        title = self._view.title
        if opening.variant == "hasil":
            parts = (part.strip() for part in rest.replace(opening.text, "").split("\n\n"))
            rest = "\n\n".join(part for part in parts if part)
        text = f"{title}\n\n{rest}".strip()
        if platform.startswith("whatsapp"):
            text = whatsapp.plain(text)
        return self._composed(platform, opening.variant, text, opening.text)

    # -- parts ---------------------------------------------------------------------------------------------------------

    def _told(self, platform: str) -> str:
        """Return what may shrink: the summary, then the body; the body alone where the summary was made from it."""
        parts = [self._brief] if platform in BRIEF else [self._view.summary, led(self._body)]
        text = "\n\n".join(part for part in parts if part)
        return whatsapp.plain(text) if platform.startswith("whatsapp") else text

    @property
    def _brief(self) -> str:
        return self._view.summary or self._body.partition("\n\n")[0]

    def _composed(self, platform: str, variant: str, text: str, title: str, link: str | None = None) -> Post:
        """Return the post; where what must stay leaves no room for the title's beginning, then with less of it."""
        values = self._values(platform, variant, text)
        if link is not None:
            values["link"] = link
        template = f"social/{platform}.txt"
        for less in LESS:
            post = compose(platform, partial(self._fill, template, less(values)), text, title)
            if post.count.fits and _said(title[:BEGINNING]) in _said(post.text):
                break
        return post

    def _fill(self, template: str, values: dict[str, Any], text: str, title: str) -> str:
        text, title = (self._allowed(values, part) for part in (text, title))
        return fill(self._options, self._view.language, template, {**values, "text": text, "title": title})

    @staticmethod
    def _allowed(values: dict[str, Any], text: str) -> str:
        """Return *text* with what only looks like the characters that the platform refuses."""
        without = values.get("without", "")
        return text.translate(str.maketrans(without, _LOOKALIKE[without])) if without else text

    def _values(self, platform: str, variant: str, text: str) -> dict[str, Any]:
        """Return what a template may use beside ``text`` and ``title``; a quotation is not told twice."""
        view = self._view
        quote = view.quote.strip(MARKS)
        return {
            "variant": variant,
            "date": self._date,
            "place": _cut(view.place, LONGEST),
            "library": _cut(view.library, LONGEST),
            "link": self._link(platform),
            "hashtags": hashtags(platform, *view.tags),
            "quote": "" if variant == "kutipan" or quote in text else quote,
            "speaker": view.speaker,
            "sample": view.sample,
            "kind": view.kind,
            "bold": whatsapp.bold,
            "italic": whatsapp.italic,
            "plain": whatsapp.plain,
            "without": LIMITS[platform].without,
        }

    @cached_property
    def _date(self) -> str:
        date, language = self._view.date, self._view.language
        hour = f", {clock(date.clock, date.zone or self._view.zone, language)}" if date.clock else ""
        return f"{long_date(date.day, language)}{hour}"

    def _link(self, platform: str) -> str:
        """Return the story's address, with where the reader comes from where the site's owner wants to know."""
        url = self._view.url
        return f"{url}?utm_source={platform}&utm_medium=social" if platform in self._view.tagged else url

    def _counted(self, platform: str, post: Post) -> dict[str, Any]:
        found = post.count
        return {
            "text": post.text, "count": found.count, "limit": found.limit, "unit": found.unit, "fits": found.fits,
            "shortened": post.shortened, "why": reasons(platform, post.text, self._view.language),
        }  # fmt: skip

    # -- what some platforms have beside -------------------------------------------------------------------------------

    def _title(self, row: Limit) -> sheet.Text:
        text = self._allowed({"without": row.without}, self._view.title)
        short = _cut(text, row.heading)
        return sheet.Text(
            text=short, count=utf16_units(short), limit=row.heading, unit="utf16-units", fits=True,
            shortened=short != text,
        )  # fmt: skip

    def _thread(self, row: Limit) -> tuple[sheet.Text, ...]:
        """Return title, summary and body as posts that answer each other."""
        parts = [self._view.title, self._view.summary, led(self._body)]
        text = "\n\n".join(part for part in parts if part)
        for less in LESS:
            values = less(self._values(row.platform, "kabar", ""))
            found, whole = split(row.platform, text, partial(self._frame, values))
            if count(row.platform, found[-1]).fits:
                break
        if len(found) < 2:
            return ()
        made = [Post(text, not whole and text is found[-1], count(row.platform, text)) for text in found]
        return tuple(sheet.Text(**self._counted(row.platform, post)) for post in made)

    def _frame(self, values: dict[str, Any], number: int, total: int) -> tuple[str, str]:
        """Return what stands before and after the text of one part of a thread."""
        more = {**values, "number": number, "total": total, "first": number == 1, "last": number == total}
        before, _, after = tidy(self._fill("social/thread.txt", more, _HERE, "")).partition(_HERE)
        return before, after

    def _comment(self, platform: str) -> sheet.Comment:
        post = self._news(platform, link="")
        values = self._values(platform, "kabar", "")
        comment = compose(platform, partial(self._fill, "social/comment.txt", values), "", "")
        return sheet.Comment(
            post=sheet.Text(**self._counted(platform, post)), comment=sheet.Text(**self._counted(platform, comment))
        )

    def _pictures(self, row: Limit) -> tuple[str, ...]:
        """Return the pictures whose size suits *row*, the best size first."""
        return tuple(
            f"site/{plate.address}"
            for shape in row.shapes
            for plate in self._view.pictures
            if f"{plate.width}x{plate.height}" == shape
        )


def _said(text: str) -> str:
    """Return *text* without what WhatsApp's marks may have changed, to see whether words stand in it."""
    return re.sub(r"[\W_]+", " ", text)


_LOOKALIKE = {"<>": "‹›"}


def _cut(text: str, most: int) -> str:
    """Return *text* in at most *most* UTF-16 units: cut after a whole word, else between two characters."""
    if utf16_units(text) <= most:
        return text
    for ends in (word_ends(text, 0, len(text)), grapheme_ends(text, 0)):
        short = [beginning(text, end) for end in ends if end < most]
        fitting = [part for part in short if part and utf16_units(part) <= most]
        if fitting and len(fitting[-1]) * 2 >= most:
            return fitting[-1]
    return fitting[-1] if fitting else ELLIPSIS
