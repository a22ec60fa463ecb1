"""Bytes from the web, asked for politely and taken with care: by the monitor, by imports, by whoever comes later."""
