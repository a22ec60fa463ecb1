"""What people send, in whatever form, as drafts in ``content/inbox/``."""
