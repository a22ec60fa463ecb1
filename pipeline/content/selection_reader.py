"""The selection of a most significant story as a panel writes it down."""

from pipeline import regions
from pipeline.content.address import named_address
from pipeline.content.fields import Fields
from pipeline.content.keys import SELECTION
from pipeline.content.library import LEVELS, Level
from pipeline.content.option_reader import texts
from pipeline.content.record import ReadRecord
from pipeline.content.record_reader import ALL, area, day, read_file
from pipeline.content.selection import Selection

FOLDER = "content/pilihan/"

FEW = 2
"""Of fewer candidates nothing can be chosen."""

_LEVEL: dict[str, Level] = {level: level for level in LEVELS} | {"kota": "kabupaten"}


def read_selection(path: str, data: bytes) -> ReadRecord:
    """Return what the selection *data* at *path* says. Pure; never raises for what is in it."""
    return read_file(path, data, FOLDER, SELECTION, _selection)


def _selection(fields: Fields, path: str, address: str) -> Selection:
    place = area(fields)
    candidates = _addresses(fields, "calon")
    chosen = _addresses(fields, "dipilih")[:1]
    if fields.lacks("dipilih"):
        fields.add("dipilih", "pilihan-hilang")
    elif not chosen:
        fields.add("dipilih", "pilihan-tidak-sah", value=fields.shown("dipilih"))
    elif candidates and chosen[0] not in candidates:
        fields.add("dipilih", "pilihan-bukan-calon", value=chosen[0])
    if len(candidates) < FEW:
        fields.add("calon", "calon-kurang")
    return Selection(
        address=address, path=path, area=place,
        level=fields.choice("tingkat", _LEVEL, wrong="tingkat-panel-tidak-dikenal") or _level(place),
        chosen=chosen[0] if chosen else "", reason=fields.required("alasan", "pilihan-tanpa-alasan"),
        title=fields.text("judul"), period=fields.text("periode"), day=day(fields, "tanggal"),
        panel=texts(fields, "panel"), candidates=candidates, sample=fields.yes("contoh") or False,
    )  # fmt: skip


def _level(place: str) -> Level:
    """Return the level at which panels of the area *place* sit."""
    if place == ALL:
        return "nasional"
    if regions.valid_code(place):
        return "provinsi" if regions.province_of(place) == place else "kabupaten"
    return "desa"


def _addresses(fields: Fields, key: str) -> tuple[str, ...]:
    """Return the addresses at *key*, each once; what is no address is noted and left out."""
    found: dict[str, None] = {}
    for word in fields.words(key):
        if address := named_address(word):
            found[address] = None
        elif key == "calon":
            fields.add(key, "calon-tidak-sah", value=word)
    return tuple(found)
