"""One module for each kind of target, with ``make(name, section)``; loaded only when its kind is asked for."""
