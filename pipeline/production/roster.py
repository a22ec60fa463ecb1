"""The desks at work in a newsroom."""

from pipeline.config import Site
from pipeline.desks.advocacy.desk import AdvocacyDesk
from pipeline.desks.advocacy.grounds import Grounds
from pipeline.desks.calendar.desk import CalendarDesk
from pipeline.desks.cards.desk import CardDesk
from pipeline.desks.desk import Desk
from pipeline.desks.evidence.desk import EvidenceDesk
from pipeline.desks.kit.desk import KitDesk
from pipeline.desks.photos.desk import PhotoDesk
from pipeline.desks.posters.desk import PosterDesk
from pipeline.desks.press.desk import PressDesk
from pipeline.desks.search.desk import SearchDesk
from pipeline.desks.site.desk import SiteDesk
from pipeline.desks.social.desk import SocialDesk
from pipeline.pictures.deck import Style

NAMES = ("site", "social", "photos", "cards", "search", "posters", "calendar", "kit", "press", "advocacy", "evidence")


def desks(site: Site, style: Style, grounds: Grounds) -> list[Desk]:
    """Return the desks that ``[meja]`` of *site* leaves switched on, in the order in which they work.

    *style* is what all cards share, *grounds* what papers for advocacy may cite.
    """
    everyone: list[Desk] = [
        SiteDesk(site, style), SocialDesk(site, style), PhotoDesk(site, style), CardDesk(site, style),
        SearchDesk(), PosterDesk(site, style), CalendarDesk(site), KitDesk(site, style), PressDesk(site, style),
        AdvocacyDesk(site, style, grounds), EvidenceDesk(site, style),
    ]  # fmt: skip
    return [desk for desk in everyone if getattr(site.meja, desk.name)]
