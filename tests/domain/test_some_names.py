from peerlog.domain.some_names import some_names


def test_a_few_are_named_and_of_many_the_first() -> None:
    assert some_names(()) == ""
    assert some_names(("Kim", "Sam", "Ada", "Bo", "Cy")) == "Kim, Sam, Ada, Bo, Cy"
    assert some_names([f"P{number}" for number in range(40)]) == "P0, P1, P2, P3 and 36 more"
