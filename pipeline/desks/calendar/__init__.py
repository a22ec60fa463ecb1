"""The calendar desk: when to post what, as reminders for a telephone and as tables for tools that post."""
