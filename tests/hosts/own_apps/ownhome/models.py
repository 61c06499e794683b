from wagtail.models import Page

from tests.hosts.news import AbstractNewsPage


class OwnHomePage(Page):
    template = "own_home.html"

    class Meta:
        verbose_name = "home page"


class NewsPage(AbstractNewsPage, Page):
    pass
