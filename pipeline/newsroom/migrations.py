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
)
