"""What the sanitizer took out of a body: found by comparing the HTML before and after, so that the two agree."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from pipeline.content.dropped import Dropped, Kind
from pipeline.content.safety import allowed
from pipeline.content.tag import Tag, read_tags

SHOWN = 60
"""Letters of an address that a report repeats."""

MOST = 100
"""Losses told of one body; whoever has more will not read on."""

NEAR: dict[Kind, str] = {"image": r"!\[|<img", "link": r"\]\(|href|\]:", "tag": "<", "attribute": "<"}
"""Where in the source to look, as an expression, if what was lost is not found as it stands."""

_SCHEME = re.compile(r"[^/?#]*?:")


class Loss(NamedTuple):
    """One thing lost, and an expression that finds it in the source."""

    kind: Kind
    what: str
    sought: str


def losses(raw: str, clean: str, ids: dict[str, str]) -> Iterator[Loss]:
    """Yield what was in *raw* and is not in *clean*; *ids* as for :func:`pipeline.content.safety.clean`."""
    before, after = list(read_tags(raw)), list(read_tags(clean))
    gone = Counter(tag.name for tag in before) - Counter(tag.name for tag in after)
    kept: list[Tag] = []
    for tag in before:
        if gone[tag.name]:
            gone[tag.name] -= 1
            yield from _lost_tag(tag)
        else:
            kept.append(tag)
    yield from _lost_values(kept, after, ids)


def _lost_tag(tag: Tag) -> Iterator[Loss]:
    """Yield the tag, and any event it held: its other attributes go without saying."""
    if tag.name == "img":
        source = dict(tag.values).get("src", "")[:SHOWN]
        yield Loss("image", source, re.escape(source) or NEAR["image"])
    else:
        yield Loss("tag", f"<{tag.name}>", f"<{re.escape(tag.name)}(?![a-z0-9])")
    yield from (_attribute(name) for name, _ in tag.values if name.startswith("on"))


def _lost_values(kept: list[Tag], after: list[Tag], ids: dict[str, str]) -> Iterator[Loss]:
    """Yield as many attributes of each tag as are missing from *after*, those the rules refuse before others."""
    missing = Counter(_places(kept)) - Counter(_places(after))
    if not missing:
        return
    there = {(tag.name, name, value) for tag in after for name, value in tag.values}
    written = [(tag.name, name, value) for tag in kept for name, value in tag.values]
    written.sort(key=lambda one: (one[0], one[1], allowed(one[1], one[2], ids)) in there)
    for tag, name, value in written:
        if missing[tag, name]:
            missing[tag, name] -= 1
            yield _link(value) if name == "href" else _attribute(name)


def _places(tags: Iterable[Tag]) -> Iterator[tuple[str, str]]:
    return ((tag.name, name) for tag in tags for name, _ in tag.values)


def _attribute(name: str) -> Loss:
    return Loss("attribute", name, re.escape(name))


def _link(value: str) -> Loss:
    scheme = _SCHEME.match(value.strip())
    what = scheme[0].lower() if scheme and not value.lower().startswith("http") else value[:SHOWN]
    return Loss("link", what, re.escape(what.lower()))


def located(found: Iterable[Loss], source: str) -> tuple[Dropped, ...]:
    """Return each of *found* with the line of *source* where it stands, as well as can be told, sorted by line.

    Of like ones the first found is the first written; one that cannot be found stands where its kind occurs first.
    """
    text = source.lower()
    seen: Counter[Loss] = Counter()
    lines = set()
    for loss in islice(found, MOST):
        matches = list(islice(re.finditer(loss.sought.lower(), text), seen[loss] + 1))
        seen[loss] += 1
        at = matches[-1].start() if matches else _near(loss.kind, text)
        lines.add(Dropped(text.count("\n", 0, at) + 1, loss.kind, loss.what))
    return tuple(sorted(lines))


def _near(kind: Kind, text: str) -> int:
    match = re.search(NEAR[kind], text)
    return match.start() if match else 0
