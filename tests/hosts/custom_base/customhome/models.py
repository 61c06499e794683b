from cop_blocks.base_page import Page


class CustomHomePage(Page):
    template = "custom_home.html"

    class Meta:
        verbose_name = "home page"
