"""What a good editor would say to a report that is sound: suggestions, and what was done well.

Pure functions over a record, its plain text and its file; nothing here decides whether a report is published.
"""
