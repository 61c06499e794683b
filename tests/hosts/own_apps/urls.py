from django.http import HttpRequest, HttpResponse
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls


def own_search(request: HttpRequest) -> HttpResponse:
    return HttpResponse("the host's own search")


urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("search/", own_search, name="search"),
    path("", include(wagtail_urls)),
]
