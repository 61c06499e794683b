"""The demo's addresses, and one page of the host's own: with our stylesheet, and without."""

from django.urls import path
from django.views.generic import TemplateView

from tests.browser.urls import urlpatterns as demo_urls

urlpatterns = [
    path("own/", TemplateView.as_view(template_name="own.html")),
    path(
        "own/with-ours/",
        TemplateView.as_view(template_name="own.html", extra_context={"with_ours": True}),
    ),
    *demo_urls,
]
