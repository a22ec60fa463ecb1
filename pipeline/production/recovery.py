"""Before anything reads ``output/``: finish the commit of a build that was killed."""

import sqlite3

from pipeline.build import journal, lock
from pipeline.build.state import connect
from pipeline.errors import OutputError
from pipeline.language import _
from pipeline.production.newsroom import Newsroom
from pipeline.production.places import places


def recover(room: Newsroom) -> None:
    """Finish a commit that was cut off in *room*, if there is one; waits for a build that is at work."""
    if not room.database.exists():
        return
    try:
        with lock.held(room.lock):
            db = connect(room.database)
            try:
                journal.recover(db, places(room))
            finally:
                db.close()
    except (OSError, sqlite3.Error) as error:
        said = _("Tidak dapat menulis ke {folder}: {reason}.")
        raise OutputError(said.format(folder=room.cache, reason=error)) from error
