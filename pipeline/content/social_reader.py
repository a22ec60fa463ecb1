"""Own words for a platform (``sosial``), instead of the composed post."""

from pipeline.content.fields import Fields
from pipeline.content.keys import PLATFORMS


def read_social(story: Fields) -> dict[str, str]:
    """Return the writer's own texts by platform, with their line ends."""
    fields = story.group("sosial", PLATFORMS)
    texts = {name: fields.paragraphs(name) for name in PLATFORMS.names} if fields else {}
    return {name: text for name, text in texts.items() if text}
