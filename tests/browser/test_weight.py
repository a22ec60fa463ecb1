"""What a story weighs, as Chromium really loads it on a telephone; and that ``warta check --site`` counts the same."""

import pytest

from pipeline.production.weight import FIRST_VIEW, TEXT, weigh

pytestmark = pytest.mark.browser

LEAD = "document.querySelector('main img:not([loading=lazy])')?.currentSrc ?? ''"


def test_the_first_view_of_every_story_with_photos_is_light(website, reader):
    found = []
    stories = [address for address in website.pages() if "/" in address.rstrip("/") and photos(website, address)]
    for address in stories:
        page = reader.open()
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        sizes, kinds = {}, {}
        session.on("Network.responseReceived", lambda told, kinds=kinds: kinds.update({told["requestId"]: told}))
        session.on(
            "Network.loadingFinished",
            lambda told, sizes=sizes: sizes.update({told["requestId"]: told["encodedDataLength"]}),
        )
        page.goto(website.at(address))
        page.evaluate("document.fonts.ready.then(() => 0)")
        lead = page.evaluate(LEAD)
        page.evaluate("document.querySelector('main img:not([loading=lazy])').decode()")
        came = {
            told["response"]["url"]: (told["type"], sizes.get(number, 0))
            for number, told in kinds.items()
            if told["type"] != "Image" or told["response"]["url"] == lead
        }
        # With the heads of the answers, which a page cannot help: some 200 bytes each.
        text = sum(size for kind, size in came.values() if kind in {"Document", "Stylesheet"})
        every = sum(size for _, size in came.values())
        counted = weigh(f"{address}index.html", website.file(address).read_bytes(), lambda name: read(website, name))
        if text > TEXT + 600 or every > FIRST_VIEW:
            found.append(f"{address}: text {text}, all {every}: {came}")
        assert abs(every - counted.all) < 300 * len(came), f"{address}: {counted} is not {came}"
        page.context.close()

    assert len(stories) >= 10
    assert not found, "\n".join(found)


def photos(website, address: str) -> bool:
    """Whether *address* is a story with photos."""
    return address[0] == "2" and '<figure class="photo' in website.file(address).read_text("utf-8")


def read(website, name: str) -> bytes | None:
    """Return a file of the site."""
    file = website.folder / name
    return file.read_bytes() if file.is_file() else None
