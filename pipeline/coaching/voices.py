"""Who speaks: a quotation without a name and a role convinces nobody."""

import re
from collections.abc import Iterator
from functools import cache

from pipeline.coaching.manuscript import Manuscript
from pipeline.content.problem import Problem

LEAST = 5
"""Words from which on something in quotation marks is what somebody said, and no title or nickname."""

NEAR = 120
"""Characters before and after in which it may be said whose words they are."""

MOST = 60
"""Quotations that are looked at."""


def voices(script: Manuscript) -> Iterator[Problem]:
    """Yield quotations of which the reader does not learn who says so, and who that is."""
    yield from _roles(script)
    yield from _unnamed(script)
    yield from _somebody(script)


def _roles(script: Manuscript) -> Iterator[Problem]:
    for quote in script.story.quotes:
        cited = script.cite(quote.text, head=True) if quote.name and not quote.role else None
        if cited is not None:
            yield script.note(cited.line, "saran-kutipan-peran", words=cited.words, name=quote.name)
            return


def _unnamed(script: Manuscript) -> Iterator[Problem]:
    known = [_folded(quote.text)[:40] for quote in script.story.quotes]
    for count, found in enumerate(_spoken().finditer(script.text)):
        if count == MOST:
            return
        said = found["curly"] or found["plain"]
        if len(said.split()) < LEAST or any(one and one in _folded(said) for one in known):
            continue
        before = re.split('[“”"]', script.text[max(0, found.start() - NEAR) : found.start()])[-1]
        after = re.split('[“”"]', script.text[found.end() : found.end() + NEAR])[0]
        cited = None if _told().search(f"{before} {after}") else script.cite(said)
        if cited is not None:
            yield script.note(cited.line, "saran-kutipan-siapa", words=cited.words)
            return


def _somebody(script: Manuscript) -> Iterator[Problem]:
    found = _vague().search(script.text)
    cited = script.exactly(found[0]) if found else None
    if found and cited is not None:
        verb, who = found["verb"], found["who"]
        yield script.note(cited.line, "saran-narasumber", words=cited.words, example=f"{verb} Ibu S., {who}")


def _folded(text: str) -> str:
    return re.sub(r"\W+", " ", text[:600]).casefold().strip()


@cache
def _spoken() -> re.Pattern[str]:
    return re.compile(r"“(?P<curly>[^“”]{10,1500})”|\"(?P<plain>[^\"]{10,1500})\"")


_VERBS = (
    "kata|ujar|tutur|ucap|ungkap|jelas|sebut|tegas|cerita|aku|pesan|terang|papar|imbuh|tambah|seru|kenang|kisah|harap|tanya|"
    "jawab|sambut|canda"
)


@cache
def _told() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:(?:{_VERBS})(?:nya)?\b|menurut|demikian|(?:ber|men|meng|mem|me)(?:kata|ujar|tutur|ucap|cerita|ungkap|jelas|"
        r"pesan|tulis|baca|jawab|tanya|nyanyi|judul|sebut|anggap|nama|aku|tegas|seru|tutup|sapa)\w*|tertulis|berbunyi|bertuliskan"
        r"|berjudul|bertema|bertajuk|tema|judul|slogan|semboyan|dituturkan|ucapan|kalimat|pertanyaan)\b"
        r"|\b(?:Bapak|Ibu|Pak|Bu|Mbak|Mas|Mbah|Mama|Oma|Opa|Paman|Kak|Kang)\s[A-Z]",
        re.IGNORECASE,
    )


@cache
def _vague() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<verb>(?:{_VERBS})(?:nya)?)\s(?:salah\s(?:satu|seorang)(?:\sdari)?|seorang)\s"
        r"(?P<who>peserta|warga|pengunjung|siswa|orang tua|ibu|bapak|anak|pengelola|remaja|petani|pemustaka)\b"
    )
