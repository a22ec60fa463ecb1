"""The desks: each says which files should exist, what each shows, and how it is made."""
