"""What finding adds to Wagtail's admin."""

from wagtail.snippets.models import register_snippet

from cop_search.viewsets import SearchViewSetGroup

register_snippet(SearchViewSetGroup)
