"""What can go wrong, as sentences for people.

    WartaError                  shown as one line, exit status 2
    |-- UsageError              the command cannot be carried out as asked
    |-- ConfigError             site.toml has errors
    |-- BusyError               another command holds the newsroom's lock
    |-- OutputError             output/ cannot be written, or is not ours
    |-- TargetError             a place to publish to cannot be reached, or refuses
    |-- PlanError               desks ask for something contradictory
    `-- RenderError             something that belongs to no story could not be made

A fault in content is never an exception: it is a ``Problem`` (``pipeline.content.problem``), and the rest goes on.
"""


class WartaError(Exception):
    """Base of all errors that end a command. ``str()`` is the sentence shown to the user."""


class UsageError(WartaError):
    """The command cannot be carried out as asked."""


class ConfigError(WartaError):
    """``site.toml`` has errors."""


class BusyError(WartaError):
    """Another command holds the newsroom's lock."""


class OutputError(WartaError):
    """``output/`` cannot be written, or is not ours to write."""


class TargetError(WartaError):
    """A place to publish to cannot be reached, read or written, or is somebody else's."""


class PlanError(WartaError):
    """Desks ask for something contradictory: two outputs at one path, a reference to nothing, a circle."""


class RenderError(WartaError):
    """An output that belongs to no story (home, a list, a broken template) could not be made."""
