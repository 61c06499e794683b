"""The registry by which apps and hosts speak on the dashboard."""

from typing import Any

from cop_blocks.desk.registry import Number, Providers, Shortcut


def ask(providers: Providers[Any]) -> list[Any]:
    request: Any = None
    return providers.ask(request)


def test_providers_answer_in_order_and_those_without_an_answer_are_left_out() -> None:
    providers: Providers[Any] = Providers()
    last, first = Shortcut("last", "/2/"), Shortcut("first", "/1/")
    providers.register(lambda request: last, order=20)
    providers.register(lambda request: None, order=15)
    providers.register(lambda request: first, order=10)

    assert ask(providers) == [first, last]


def test_a_provider_that_is_registered_twice_answers_once_and_can_be_taken_back() -> None:
    providers: Providers[Any] = Providers()

    def three(request: Any) -> Number:
        return Number("3 things", 3, "/things/")

    providers.register(three)
    providers.register(three, order=5)
    assert ask(providers) == [Number("3 things", 3, "/things/")]

    providers.unregister(three)
    assert ask(providers) == []
