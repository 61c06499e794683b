from wagtail.admin.panels import Panel


class TermsPanel(Panel):
    """The terms of a page, one field a vocabulary; one line on any page type."""
