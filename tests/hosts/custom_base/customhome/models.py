from cop_blocks.base_page import Page
from tests.hosts.news import AbstractNewsPage


class CustomHomePage(Page):
    template = "custom_home.html"

    class Meta:
        verbose_name = "home page"


class NewsPage(AbstractNewsPage, Page):
    pass
