"""Who may do what, by place: pure, and asked on the server for every read and write."""

from typing import Literal, NamedTuple, get_args

from pipeline.language import N_

Role = Literal["kontributor", "kabupaten", "provinsi", "nasional", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)
"""From the smallest place to the widest."""


CALLED: dict[Role, str] = {
    "kontributor": N_("Kontributor"),
    "kabupaten": N_("Penyunting kabupaten"),
    "provinsi": N_("Penyunting provinsi"),
    "nasional": N_("Penyunting nasional"),
    "admin": N_("Admin"),
}
"""What they are called in words."""


class Place(NamedTuple):
    """Where something belongs: a library's slug, and the codes of its regency and province, empty where it has none."""

    library: str
    regency: str = ""
    province: str = ""


class Who(NamedTuple):
    """A person in their *role*. *place* is a library's slug, a regency's or a province's code, or empty."""

    id: str
    name: str
    role: Role
    place: str = ""
    trusted: bool = False

    @property
    def is_editor(self) -> bool:
        """Whether they approve what others write."""
        return self.role != "kontributor"


def reaches(who: Who, place: Place) -> bool:
    """Whether *place* lies within that of *who*."""
    match who.role:
        case "kontributor":
            return bool(who.place) and who.place == place.library
        case "kabupaten":
            return bool(who.place) and who.place == place.regency
        case "provinsi":
            return bool(who.place) and who.place == place.province
        case _:
            return True


def may_invite(who: Who, role: Role, place: Place) -> bool:
    """Whether *who* may give somebody *role* at *place*: nobody gives more than they have.

    Editors of a place invite contributors of its libraries, and those of a province or of all also editors below them.
    """
    if who.role == "admin":
        return True
    return who.is_editor and ROLES.index(role) < ROLES.index(who.role) and reaches(who, place)
