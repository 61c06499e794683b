"""Organisations and people in the admin: snippets that page forms choose from."""

from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext_lazy
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
)
from wagtail.snippets.views.snippets import SnippetViewSet

from cop_blocks.models import Organisation, Person, Vocabulary
from cop_blocks.terms.labels import term_labels
from cop_blocks.viewsets.language_fields import LanguageFields
from cop_blocks.viewsets.organisation_listing import (
    OrganisationFilters,
    OrganisationIndexView,
    PersonFilters,
    PersonIndexView,
)
from cop_blocks.viewsets.term_forms import TermChoiceField

#: The vocabulary that an organisation's region is chosen from.
REGION = "region"

DESCRIPTIONS = LanguageFields(
    relation="texts",
    columns={
        "description": lambda: forms.CharField(
            label=gettext_lazy("Description"), widget=forms.Textarea(attrs={"rows": 4})
        )
    },
)

INTRODUCTIONS = LanguageFields(
    relation="texts",
    columns={
        "job_title": lambda: forms.CharField(label=gettext_lazy("Function"), max_length=255),
        "description": lambda: forms.CharField(
            label=gettext_lazy("Description"), widget=forms.Textarea(attrs={"rows": 4})
        ),
    },
)


class OrganisationForm(WagtailAdminModelForm):
    region = TermChoiceField(label=gettext_lazy("Region"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        regions = Vocabulary.objects.filter(code=REGION).values_list("code", flat=True)
        self.fields["region"].offer(term_labels(get_language() or ""), list(regions), set())
        if not may_appoint(self.for_user):
            self.formsets.pop("members", None)


def may_appoint(user: Any) -> bool:
    """Whether a user may say who edits for an organisation."""
    return user is not None and bool(user.has_perm("cop_blocks.change_organisationmember"))


class MembersPanel(MultiFieldPanel):
    """Who edits for the organisation; not there for who may not say so."""

    class BoundPanel(MultiFieldPanel.BoundPanel):
        @cached_property
        def children(self) -> list[Any]:
            is_there = "members" in getattr(self.form, "formsets", {})
            return list(super().children) if is_there else []


class OrganisationViewSet(SnippetViewSet):
    model = Organisation
    icon = "group"
    menu_label = gettext_lazy("Organisations")
    menu_order = 100
    copy_view_enabled = False
    index_view_class = OrganisationIndexView
    list_display = OrganisationIndexView.list_display
    filterset_class = OrganisationFilters
    search_backend_name = None
    search_fields = ["name", "short_name"]
    list_per_page = 50

    def get_edit_handler(self) -> Any:
        return ObjectList(
            [
                FieldPanel(
                    "name", help_text=gettext_lazy("In full, as it calls itself on its own site.")
                ),
                FieldRowPanel(
                    [
                        FieldPanel("short_name", help_text=gettext_lazy("For example: RVO.")),
                        FieldPanel("slug"),
                    ]
                ),
                FieldRowPanel([FieldPanel("kind"), FieldPanel("level")]),
                *DESCRIPTIONS.panels(),
                MultiFieldPanel(
                    [
                        FieldPanel(
                            "website",
                            help_text=gettext_lazy("For example: https://www.example.org."),
                        ),
                        FieldRowPanel(
                            [
                                FieldPanel(
                                    "email",
                                    help_text=gettext_lazy("Of a desk: info@example.org."),
                                ),
                                FieldPanel("phone"),
                            ]
                        ),
                        FieldPanel("region"),
                        FieldPanel(
                            "logo",
                            help_text=gettext_lazy("On a white or transparent ground."),
                        ),
                    ],
                    heading=gettext_lazy("Contact"),
                ),
                MultiFieldPanel(
                    [FieldPanel("kvk_number"), FieldPanel("rsin"), FieldPanel("oin")],
                    heading=gettext_lazy("Identifiers"),
                ),
                MembersPanel(
                    [
                        InlinePanel(
                            "members", panels=[FieldPanel("user")], label=gettext_lazy("user")
                        )
                    ],
                    heading=gettext_lazy("Who edits for this organisation"),
                    help_text=gettext_lazy(
                        "They may edit what the organisation provides, and ask a moderator to "
                        "publish it. Give them the group of organisations’ editors as well, under "
                        "Settings, Users."
                    ),
                ),
            ],
            base_form_class=DESCRIPTIONS.form_class(OrganisationForm),
        ).bind_to_model(self.model)


class PersonViewSet(SnippetViewSet):
    model = Person
    icon = "user"
    menu_label = gettext_lazy("People")
    menu_order = 200
    copy_view_enabled = False
    index_view_class = PersonIndexView
    list_display = PersonIndexView.list_display
    filterset_class = PersonFilters
    search_backend_name = None
    search_fields = ["name", "organisation__name", "email"]
    list_per_page = 50

    def get_edit_handler(self) -> Any:
        return ObjectList(
            [
                FieldPanel(
                    "name",
                    help_text=gettext_lazy(
                        "What is filled in here is public where the person is shown."
                    ),
                ),
                FieldPanel("organisation"),
                *INTRODUCTIONS.panels(),
                FieldPanel(
                    "photo",
                    help_text=gettext_lazy("A face from nearby; without one, initials are shown."),
                ),
                MultiFieldPanel(
                    [
                        FieldRowPanel([FieldPanel("email"), FieldPanel("phone")]),
                        FieldPanel("website"),
                    ],
                    heading=gettext_lazy("Contact"),
                ),
            ],
            base_form_class=INTRODUCTIONS.form_class(),
        ).bind_to_model(self.model)
