"""The cards desk: pictures to post, in the sizes of feeds and status."""
