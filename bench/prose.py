"""Prose from the word list: sentences, paragraphs, and bodies of about four hundred words in Markdown."""

from random import Random

from bench import words

PARAGRAPHS = 6
"""With three to five sentences each, and what stands between them, about four hundred words."""


def sentence(chance: Random) -> str:
    """Return one sentence of eight to twenty-five words."""
    if chance.random() < 0.15:
        return chance.choice(words.PLAIN)
    parts = [chance.choice(words.SUBJECTS), chance.choice(words.ACTIONS)]
    if chance.random() < 0.3:
        parts.insert(0, chance.choice(words.LINKS))
    if chance.random() < 0.7:
        parts.append(chance.choice(words.PLACES))
    if chance.random() < 0.6:
        parts.append(chance.choice(words.TIMES))
    if chance.random() < 0.5:
        parts.append(chance.choice(words.PURPOSES))
    text = " ".join(parts)
    return f"{text[0].upper()}{text[1:]}."


def paragraph(chance: Random) -> str:
    """Return three to five sentences, one of them with a word stressed now and then."""
    text = " ".join(sentence(chance) for _ in range(chance.randint(3, 5)))
    if chance.random() < 0.25:
        text = text.replace(" dan ", " *dan juga* ", 1)
    return text


def body(chance: Random, quote: str, link: str) -> str:
    """Return a story's body: paragraphs, and in some stories a heading, a list, a table, a quotation, a link."""
    blocks = [paragraph(chance) for _ in range(chance.randint(PARAGRAPHS - 1, PARAGRAPHS + 1))]
    if chance.random() < 0.3:
        blocks[1] += f" Keterangan lain ada di [halaman ini]({link})."
    if chance.random() < 0.5:
        blocks.insert(4, f"## {chance.choice(words.HEADINGS)}")
    if chance.random() < 0.35:
        blocks.insert(3, _list(chance))
    if chance.random() < 0.15:
        blocks.insert(2, _table(chance))
    if quote:
        blocks.insert(2, f"> “{quote}”")
    return "\n\n".join(blocks) + "\n"


def _list(chance: Random) -> str:
    sign = "1." if chance.random() < 0.4 else "-"
    return "\n".join(f"{sign} {_capital(item)}." for item in chance.sample(words.ACTIONS, chance.randint(3, 6)))


def _table(chance: Random) -> str:
    rows = "\n".join(
        f"| {_capital(who)} | {chance.randint(5, 60)} | Rp{chance.randint(20, 900)}.000 |"
        for who in chance.sample(words.SUBJECTS, chance.randint(3, 6))
    )
    return f"| Siapa | Orang | Hasil |\n|---|--:|--:|\n{rows}"


def _capital(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}"
