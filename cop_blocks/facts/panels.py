from wagtail.admin.panels import MultiFieldPanel


class FactsPanel(MultiFieldPanel):
    """A group of panels of facts: read-only on a translation, with a link to the source."""
