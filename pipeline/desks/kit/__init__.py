"""The kit desk: for every story a page from which its posts are copied and sent, and all of it in one ZIP."""
