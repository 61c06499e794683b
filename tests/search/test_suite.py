"""The suite of questions on the engine of the database: what is expected is equal on each."""

from wagtail.models import Site

from tests.search.suite import asking, pages, queries


def test_each_question_finds_the_pages_that_were_written_down(db):
    asking.make_site()
    answers = asking.answers(Site.objects.get().pk)
    expected = asking.expected()
    assert {asked: found for asked, found in answers.items() if found != expected[asked]} == {}
    assert len(answers) == len(expected) >= 60


def test_each_page_that_is_expected_is_there_and_each_page_is_expected():
    """A slip in the suite would be a page that is never found, and nobody would see it."""
    for asked, there in ((queries.DUTCH, pages.DUTCH), (queries.ENGLISH, pages.ENGLISH)):
        named = {name for names in asked.values() for name in names.split()}
        assert named <= set(there)
        assert set(there) - named <= {"leeg", "export", "wbso"}
