"""Photos and cards: opened safely, developed once, named, cropped, drawn."""
