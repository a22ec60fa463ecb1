"""What is said about one kind of problem: how bad it is, what is wrong, how to mend it."""

from typing import Literal, NamedTuple

Level = Literal["error", "warning", "hint"]


class Code(NamedTuple):
    """What is said about one kind of problem. *holds*: the whole file is held back because of it."""

    level: Level
    message: str
    fix: str
    holds: bool = False


def holding(message: str, fix: str) -> Code:
    """An error that holds the file back: publishing would be wrong."""
    return Code("error", message, fix, holds=True)


def error(message: str, fix: str) -> Code:
    """An error that costs the file a detail, which is left out."""
    return Code("error", message, fix)


def warning(message: str, fix: str) -> Code:
    """Something to look at; nothing is left out but, perhaps, the value itself."""
    return Code("warning", message, fix)


def hint(message: str, fix: str) -> Code:
    """Something that would make the report better."""
    return Code("hint", message, fix)
