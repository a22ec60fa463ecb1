"""What a file tells of persons and may have to keep to itself; judged where the rest of the newsroom is known."""

import msgspec

from pipeline.safety.finding import Kind


class Found(msgspec.Struct, frozen=True, array_like=True):
    """One finding: on which *line*, of what *kind*, what the file says.

    *safe*: somebody looked at it and says why it may stand (``aman``), or a guardian agreed to the child's name.
    """

    line: int
    kind: Kind
    text: str
    safe: bool = False
