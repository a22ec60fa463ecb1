"""The desks at work in a newsroom."""

from pipeline.config import Site
from pipeline.desks.desk import Desk
from pipeline.desks.site.desk import SiteDesk
from pipeline.desks.social.desk import SocialDesk

NAMES = ("site", "social")


def desks(site: Site) -> list[Desk]:
    """Return the desks that ``[meja]`` of *site* leaves switched on, in the order in which they work."""
    everyone: list[Desk] = [SiteDesk(site), SocialDesk(site)]
    return [desk for desk in everyone if getattr(site.meja, desk.name)]
