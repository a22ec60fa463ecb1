"""The press desk: releases as editors want them, kits of them, and the media room on the site."""
