"""From a story's view to its posts: ``<platform>.txt`` to paste, and ``posts.json`` with all texts. Runs in workers."""

import msgspec

from pipeline.build.output import renders
from pipeline.build.workbench import Workbench
from pipeline.desks.social.spoken import spoken
from pipeline.desks.social.views import Posts
from pipeline.desks.social.writer import Writer
from pipeline.platforms.sheet import CORRECTION, Picture, Sheet


@renders(Posts)
def posts(view: Posts, bench: Workbench) -> dict[str, bytes]:
    """Return the files of one story's folder; a text file holds what is to be pasted, and nothing else."""
    body = bench.blob(view.text).decode()
    writer = Writer(view, body, bench.options)
    sheet = Sheet(
        story=view.address,
        url=view.url,
        title=view.title,
        language=view.language,
        sample=view.sample,
        pictures=tuple(
            Picture(file=f"site/{plate.address}", width=plate.width, height=plate.height, alt=plate.alt)
            for plate in view.pictures
        ),
        posts=tuple(writer.post(platform) for platform in view.platforms),
        spoken=spoken(view, body),
        alt=tuple(plate.alt for plate in view.pictures),
        corrections=tuple(map(writer.correction, view.corrections)),
    )
    files = {post.file: post.text.encode() for post in sheet.posts}
    if sheet.corrections:
        files[CORRECTION] = sheet.corrections[0].text.encode()
    return {**files, "posts.json": msgspec.json.format(msgspec.json.encode(sheet), indent=1) + b"\n"}
