"""The posters desk: a sheet of A4 to hang up, for those who have no telephone."""
