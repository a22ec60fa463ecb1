"""How easily a report reads: its opening, its sentences, its abbreviations."""

import re
from collections.abc import Iterator
from functools import cache

from pipeline.coaching.abbreviations import EXPANDED, KNOWN
from pipeline.coaching.manuscript import Manuscript
from pipeline.content.problem import Problem

LONG = 25
"""Words that a sentence may have."""

LIST = 30
"""Words that one with a list in it may have: its items are read one by one."""

FEW = 2

LEAD = 60
"""Words that a first paragraph may have."""


def openings(script: Manuscript) -> Iterator[Problem]:
    """Yield a first paragraph that begins with ceremony, or is too long to be read at once."""
    lead = script.lead
    found = _ceremony().match(lead)
    if found:
        words, rest = script.cite(found[0].rstrip(",. "), most=10), script.cite(lead[found.end() :])
        if words is not None and rest is not None:
            yield script.note(words.line, "saran-teras-pembuka", words=words.words, rest=rest.words)
    count = len(lead.split())
    if count > LEAD:
        sentences = [sentence for sentence in script.sentences if sentence in lead]
        kept = 0
        for sentence in sentences[:-1]:
            kept += len(sentence.split())
            if kept >= LEAD // 3:
                end = script.exactly(" ".join(sentence.split()[-4:]))
                if end is not None:
                    yield script.note(end.line, "saran-teras-panjang", number=count, words=end.words)
                return


@cache
def _ceremony() -> re.Pattern[str]:
    return re.compile(
        r"(?:Dalam rangka|Puji (?:dan )?syukur|Alhamdulillah|Telah (?:dilaksanakan|diadakan|diselenggarakan|terlaksana)"
        r"|Sebagaimana (?:kita )?(?:diketahui|ketahui)|Pada (?:hari ini|kesempatan (?:ini|kali ini)|kesempatan yang)"
        r"|Seiring (?:dengan )?perkembangan|Bertempat di|Guna meningkatkan|Untuk meningkatkan)\b[^,.!?]{0,160}[,.!?]\s"
    )


def sentences(script: Manuscript) -> Iterator[Problem]:
    """Yield the longest sentence, where it is too long, and where it may be cut in two."""
    longest = max(script.sentences, key=lambda one: one.count(" "), default="")
    words = longest.split()
    start = script.cite(longest, most=6) if len(words) > LONG else None
    if start is None:
        return
    before, colon, items = longest.partition(": ")
    if colon and items.count(",") >= FEW:
        rest = script.exactly(f"{' '.join(before.split()[-3:])}:")
        if rest is not None and len(words) > LIST:
            yield script.note(start.line, "saran-kalimat-daftar", words=start.words, rest=rest.words, number=len(words))
        return
    for at in _cuts(words):
        rest = script.exactly(" ".join(words[at : at + 4]))
        if rest is not None:
            yield script.note(
                start.line, "saran-kalimat-panjang", words=start.words, rest=rest.words, number=len(words), most=LONG
            )
            return


_JOINTS = frozenset(
    """
    dan sehingga karena tetapi sedangkan sementara lalu kemudian serta agar supaya ketika setelah sebelum
    sesudah padahal namun meskipun walaupun tempat
    """.split()  # noqa: SIM905  a list of words is read more easily so
)
"""Words before which a new thought begins."""


def _cuts(words: list[str]) -> list[int]:
    """Return places to cut, best first: near the middle, before a joint that follows a comma, before another, any."""
    middle = len(words) // 2
    near = sorted(range(6, len(words) - 5), key=lambda at: abs(at - middle))[:60]
    after = [at for at in near if words[at - 1].endswith((",", ";", ":"))]
    joints = [at for at in near if words[at].lower() in _JOINTS]
    best = [at for at in after if at in joints]
    return [*best, *joints, *after, *near][:40]


def abbreviations(script: Manuscript) -> Iterator[Problem]:
    """Yield the first abbreviation that is neither known to all nor explained."""
    for sentence in script.sentences:
        if _shouted(sentence):
            continue
        for found in _SHORT.finditer(sentence):
            short = found[0]
            if _is_known(short) or _is_explained(short, script.text):
                continue
            cited = script.exactly(short)
            if cited is not None:
                example = f"{EXPANDED.get(short, '…')} ({short})"
                yield script.note(cited.line, "saran-singkatan", words=short, example=example)
                return


_SHORT = re.compile(r"(?<![\w.@#/-])[A-Z]{2,7}(?:-[A-Z]{2,7})?(?![\w@/-]|\.\w)")
_ROMAN = re.compile(r"[IVX]+")


def _shouted(sentence: str) -> bool:
    letters = sum(map(str.isalpha, sentence))
    return sum(map(str.isupper, sentence)) > letters / 2


def _is_known(short: str) -> bool:
    return _ROMAN.fullmatch(short) is not None or all(part in KNOWN for part in short.split("-"))


def _is_explained(short: str, text: str) -> bool:
    """Whether *text* says what *short* stands for: in brackets after it or before it, or in words with its letters."""
    mark = re.escape(short)
    if re.search(rf"\({mark}\)|\b{mark}\s\([^)]{{6,}}|\b(?:atau|disingkat|disebut)\s(?:\w+\s)?{mark}\b", text):
        return True
    letters = short.replace("-", "")
    initials = "".join(
        word[0] if word[0].isupper() else " " for word in re.findall(r"[^\W\d_]+", text) if word != short
    )
    return letters in initials
