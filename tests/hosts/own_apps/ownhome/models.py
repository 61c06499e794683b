from wagtail.models import Page


class OwnHomePage(Page):
    template = "own_home.html"

    class Meta:
        verbose_name = "home page"
