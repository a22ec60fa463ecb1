"""The search desk: an index of all stories that the browser searches by itself."""
