"""What the admin asks while an editor types."""

from django.http import HttpRequest, JsonResponse

from cop_blocks.models import TermLabel

#: How many words are offered at once.
LIMIT = 10


def words(request: HttpRequest, vocabulary_code: str) -> JsonResponse:
    """Names of terms, in any language, that hold what is typed; those that begin with it first."""
    typed = request.GET.get("term", "").replace("\0", "").strip()
    if not typed:
        return JsonResponse([], safe=False)
    labels = TermLabel.objects.filter(
        term__vocabulary__code=vocabulary_code,
        term__vocabulary__is_free=True,
        term__is_retired=False,
        label__icontains=typed,
    ).values_list("label", flat=True)
    begins = typed.casefold()
    found = sorted(
        set(labels.order_by("label")[:200]),
        key=lambda label: (not label.casefold().startswith(begins), label.casefold()),
    )
    return JsonResponse(found[:LIMIT], safe=False)
