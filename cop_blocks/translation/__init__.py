"""wagtail-localize as a workflow that staff can trust: an app of its own, for hosts that have it.

Nothing outside this package imports it; it rests on ``cop_blocks`` and on wagtail-localize, and
works for every page type and snippet of the host.
"""
