"""What is remembered of a player, and what a broken file does: nothing."""

import pytest

from game.summit.settings import Settings, keep, settings


def test_choices_are_kept_one_by_one(settings_of_the_test):
    keep(theme="sidelines-light")
    keep(met=False)
    assert settings() == Settings("sidelines-light", False)


@pytest.mark.parametrize("text", ["", "{", "[]", '"x"', '{"theme": 3, "met": "yes"}', "\xff"])
def test_a_file_that_is_not_ours_is_passed_over(settings_of_the_test, text):
    settings_of_the_test.write_bytes(text.encode("latin-1"))
    assert settings() == Settings()


def test_a_folder_that_may_not_be_written_is_passed_over(settings_of_the_test):
    settings_of_the_test.unlink()
    settings_of_the_test.parent.rmdir()
    settings_of_the_test.parent.write_text("a file in the way")
    keep(met=True)
    assert settings() == Settings()
