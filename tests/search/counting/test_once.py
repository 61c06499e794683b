"""A token serves once."""

from cop_search.models import SearchCount


def test_a_token_that_was_used_is_refused(results, post):
    token = results("subsidie")["data-cop-searched"]

    assert [post(token), post(token)] == [204, 400]
    assert SearchCount.objects.get().number == 1


def test_no_cookie_is_set_and_none_is_asked_for(results, post, visitor):
    post(results("subsidie")["data-cop-searched"])

    assert dict(visitor.cookies) == {}


def test_a_tab_knows_the_question_again_by_its_key(results):
    first, again, other = results("zon"), results("Zon!"), results("wind")

    assert first["data-cop-searched-key"] == again["data-cop-searched-key"]
    assert first["data-cop-searched"] != again["data-cop-searched"]
    assert first["data-cop-searched-key"] != other["data-cop-searched-key"]
