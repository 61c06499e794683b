"""The demo's pages in the frames of other hosts: what a partner sees who has a design already."""
