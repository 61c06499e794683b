"""The pages that every site needs: organisations, contact, privacy, accessibility."""

from collections.abc import Iterator

from cop_blocks.setup.registry import PagePlan


def pages() -> Iterator[PagePlan]:
    """What is said is true of any site; the rest is for its owner to add."""
    yield PagePlan(
        key="organisations",
        model="cop_blocks.OrganisationIndexPage",
        titles={"en": "Organisations", "nl": "Organisaties"},
        slugs={"en": "organisations", "nl": "organisaties"},
        texts={
            "introduction": {
                "en": "Who offers support, and who takes part.",
                "nl": "Wie ondersteuning biedt, en wie er meedoet.",
            }
        },
        in_menus=False,
    )
    yield PagePlan(
        key="contact",
        model="cop_blocks.InformationPage",
        titles={"en": "Contact", "nl": "Contact"},
        slugs={"en": "contact", "nl": "contact"},
        texts={
            "introduction": {
                "en": "Do you have a question, or would you like to take part? Get in touch.",
                "nl": "Hebt u een vraag, of wilt u meedoen? Neem contact op.",
            }
        },
        setting="contact_page",
        is_only_one=False,
        in_menus=False,
    )
    yield PagePlan(
        key="privacy",
        model="cop_blocks.InformationPage",
        titles={"en": "Privacy", "nl": "Privacy"},
        slugs={"en": "privacy", "nl": "privacy"},
        texts={
            "introduction": {
                "en": "Do you have a question about your personal data on this site? Ask us.",
                "nl": "Hebt u een vraag over uw persoonsgegevens op deze site? Stel die aan ons.",
            }
        },
        setting="privacy_page",
        is_only_one=False,
        in_menus=False,
    )
    yield PagePlan(
        key="accessibility",
        model="cop_blocks.InformationPage",
        titles={"en": "Accessibility", "nl": "Toegankelijkheid"},
        slugs={"en": "accessibility", "nl": "toegankelijkheid"},
        texts={
            "introduction": {
                "en": (
                    "Everyone should be able to use this site. "
                    "Does something not work for you? Tell us, and we will look for a solution."
                ),
                "nl": (
                    "Iedereen moet deze site kunnen gebruiken. "
                    "Werkt iets niet voor u? Laat het weten, dan zoeken we een oplossing."
                ),
            }
        },
        setting="accessibility_page",
        is_only_one=False,
        in_menus=False,
    )
