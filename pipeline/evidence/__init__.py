"""What all reports together show: numbers by area, month and strategy, each with the stories behind it. Pure."""
