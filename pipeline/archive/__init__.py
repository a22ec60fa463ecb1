"""All records by time, place and topic, the look-ups into them, and the gate that decides what is visible."""
