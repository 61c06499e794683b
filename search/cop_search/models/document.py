"""What is found, as plain rows: derived from pages, thrown away and rebuilt at will."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Document(models.Model):
    """One findable page in its language, with all that a card shows.

    Page, language and site are plain columns, no foreign keys: a derived row never stands in the
    way of what the host does with its pages; the outbox takes it away.
    """

    page_id = models.BigIntegerField(unique=True)
    locale = models.CharField(max_length=100)
    site_id = models.BigIntegerField()
    kind = models.CharField(max_length=60)
    title = models.TextField()
    #: The title as it is sorted: the same order on every database.
    title_key = models.TextField()
    #: Path on its site; starts with a slash.
    url = models.TextField()
    #: Wagtail's own path in the tree, to see that a page above has moved.
    url_path = models.TextField()
    summary = models.TextField(blank=True)
    #: Plain text of the body, for excerpts, and names of organisations, people and terms. Both are
    #: bounded, in one line, and left in the database where nobody searches for words.
    text = models.TextField(blank=True, default="")
    names = models.TextField(blank=True, default="")
    card = models.JSONField(default=dict)
    #: Vocabulary code -> term codes, in the page's order.
    terms = models.JSONField(default=dict)
    has_state = models.BooleanField(default=False)
    opens = models.DateTimeField(null=True)
    closes = models.DateTimeField(null=True)
    closed = models.BooleanField(default=False)
    sort_date = models.DateTimeField(null=True)
    first_published = models.DateTimeField(null=True)
    expires = models.DateTimeField(null=True)
    analyzer_version = models.PositiveIntegerField()
    #: Of all that the page says and of the searched words: equal means that nothing is to be done.
    fingerprint = models.CharField(max_length=64)
    #: Which rebuild wrote it last; 0 where none did since it is there.
    generation = models.BigIntegerField(default=0)

    class Meta:
        verbose_name = _("entry of the search index")
        verbose_name_plural = _("entries of the search index")
        indexes = [models.Index(fields=["locale", "kind"], name="cop_search_locale_kind")]

    def __str__(self) -> str:
        return self.title


class DocumentFacet(models.Model):
    """One term of a document: ``dimension`` is the vocabulary's code, ``value`` the term's."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="facets")
    dimension = models.CharField(max_length=60)
    value = models.CharField(max_length=100)

    class Meta:
        verbose_name = _("term in the search index")
        verbose_name_plural = _("terms in the search index")
        constraints = [
            models.UniqueConstraint(
                fields=["document", "dimension", "value"], name="cop_search_one_facet_value"
            )
        ]
        indexes = [
            models.Index(fields=["dimension", "value", "document"], name="cop_search_facet_value")
        ]

    def __str__(self) -> str:
        return f"{self.dimension}.{self.value}"
