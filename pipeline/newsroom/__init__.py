"""The newsroom's web app: people write on a phone, editors approve, and the same engine builds and publishes."""
