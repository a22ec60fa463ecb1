"""How the tables came to be what they are: each step once, in order, and never changed after it was released.

A step is statements of SQL, parted by semicolons. Instants are seconds since 1970. Tokens are kept as their hashes.
"""

STEPS = (
    """
    CREATE TABLE person (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, place TEXT NOT NULL, trusted INTEGER NOT NULL,
        pin BLOB, failures INTEGER NOT NULL, waits INTEGER NOT NULL, made INTEGER NOT NULL, gone INTEGER
    ) STRICT;
    CREATE TABLE invitation (
        token BLOB PRIMARY KEY, person TEXT NOT NULL REFERENCES person (id), maker TEXT, made INTEGER NOT NULL,
        ends INTEGER NOT NULL, used INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX invitation_person ON invitation (person);
    CREATE TABLE device (
        id TEXT PRIMARY KEY, token BLOB NOT NULL UNIQUE, person TEXT NOT NULL REFERENCES person (id),
        label TEXT NOT NULL, made INTEGER NOT NULL, seen INTEGER NOT NULL, gone INTEGER
    ) STRICT;
    CREATE INDEX device_person ON device (person);
    CREATE TABLE session (
        token BLOB PRIMARY KEY, device TEXT NOT NULL REFERENCES device (id), made INTEGER NOT NULL,
        seen INTEGER NOT NULL, ends INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX session_device ON session (device);
    CREATE TABLE audit (
        number INTEGER PRIMARY KEY, at INTEGER NOT NULL, person TEXT NOT NULL, what TEXT NOT NULL,
        subject TEXT NOT NULL, detail TEXT NOT NULL
    ) STRICT;
    CREATE INDEX audit_subject ON audit (subject, number);
    """,
    """
    CREATE TABLE report (
        id TEXT PRIMARY KEY, library TEXT NOT NULL, person TEXT NOT NULL REFERENCES person (id), state TEXT NOT NULL,
        head INTEGER NOT NULL, path TEXT NOT NULL, filed INTEGER NOT NULL, digest TEXT NOT NULL, asked TEXT NOT NULL,
        made INTEGER NOT NULL, changed INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX report_library ON report (library, state, changed);
    CREATE UNIQUE INDEX report_path ON report (path) WHERE path <> '';
    CREATE TABLE version (
        report TEXT NOT NULL REFERENCES report (id), number INTEGER NOT NULL, at INTEGER NOT NULL,
        person TEXT NOT NULL, editing TEXT NOT NULL, base INTEGER NOT NULL, aside INTEGER NOT NULL,
        sealed INTEGER NOT NULL, said TEXT NOT NULL, PRIMARY KEY (report, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE photo (
        report TEXT NOT NULL REFERENCES report (id), id TEXT NOT NULL, number INTEGER NOT NULL, size INTEGER NOT NULL,
        had INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (report, id)
    ) STRICT, WITHOUT ROWID;
    """,
)
