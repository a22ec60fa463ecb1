"""Reading what people write: stories, libraries, pages; checks, dates, consent, safe HTML."""
