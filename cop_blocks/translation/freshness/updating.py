""" "Sync translated pages" brings the new text to translators, and nothing to visitors."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.utils.translation import gettext, ngettext
from wagtail.admin import messages
from wagtail.models import DraftStateMixin
from wagtail_localize.models import Translation

from cop_blocks.translation.completeness import unfinished
from cop_blocks.translation.freshness import FRESHNESS
from cop_blocks.translation.rights.may import may_translate
from cop_blocks.translation.seams import seam

_VIEWS = "wagtail_localize.views.update_translations"


@seam(f"{_VIEWS}:UpdateTranslationsForm.__init__", guard=FRESHNESS)
def without_publishing(original: Any, self: Any, *args: Any, **kwargs: Any) -> None:
    """A box would put every language live at once, whoever may publish there."""
    original(self, *args, **kwargs)
    self.fields.pop("publish_translations")


@seam(f"{_VIEWS}:UpdateTranslationsView.form_valid", guard=FRESHNESS)
def build_drafts(original: Any, self: Any, form: Any) -> Any:
    """The segments are refreshed, and each translation of theirs that has drafts gets one of the
    new text."""
    form.cleaned_data["publish_translations"] = False
    response = original(self, form)
    translations = self.object.translations.filter(enabled=True)
    for translation in translations.select_related("source__locale", "target_locale"):
        if may_translate(self.request.user, translation):
            _build_draft(self.request, translation)
    return response


def _build_draft(request: Any, translation: Translation) -> None:
    model = translation.source.specific_content_type.model_class()
    language = translation.target_locale.get_display_name()
    if not issubclass(model, DraftStateMixin):
        return
    try:
        translation.save_target(user=request.user, publish=False)
        buttons = [
            messages.button(translation.get_target_instance_edit_url(), gettext("Translate"))
        ]
    except ValidationError:
        messages.error(
            request,
            gettext(
                "%(language)s: a draft could not be made, since a text does not fit its field. "
                "The editor of the translation shows which one."
            )
            % {"language": language},
        )
        return
    except ObjectDoesNotExist:
        return
    left = len(unfinished(translation))
    messages.info(request, _what_is_left(left) % {"language": language, "left": left}, buttons)


def _what_is_left(left: int) -> str:
    if not left:
        return gettext("%(language)s: a draft is ready, and goes live once somebody publishes it.")
    return ngettext(
        "%(language)s: a draft is ready, with %(left)d text to translate. It goes live once "
        "somebody publishes it.",
        "%(language)s: a draft is ready, with %(left)d texts to translate. It goes live once "
        "somebody publishes it.",
        left,
    )
