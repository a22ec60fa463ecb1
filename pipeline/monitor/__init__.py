"""What others say of our libraries: feeds are read, matched, looked at by an editor, and kept as clippings."""
