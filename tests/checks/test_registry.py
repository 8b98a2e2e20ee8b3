from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import get_args

import pytest

from detente.checks import Checker, Report, checks
from detente.checks.registry import chosen, every
from detente.coding import Coder
from detente.errors import DataError, DetenteError
from detente.model.finding import Severity
from detente.settings import settings

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples" / "checks"


@pytest.fixture(autouse=True)
def _settings(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("DETENTE_CHECKS", raising=False)
    settings.cache_clear()
    yield
    settings.cache_clear()


def use(monkeypatch: pytest.MonkeyPatch, **variables: str) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    settings.cache_clear()


def test_every_check_is_whole() -> None:
    for check in every():
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", check.NAME)
        assert check.SEVERITY in get_args(Severity)
        assert check.SAYS
        assert not check.SAYS.endswith(".")
    assert len({check.NAME for check in every()}) == len(every())


def test_checks_are_chosen_and_switched_off(monkeypatch: pytest.MonkeyPatch) -> None:
    everything = chosen()
    assert chosen(only=["weekday-date"]) == {"weekday-date"}
    assert chosen(without=["weekday-date"]) == everything - {"weekday-date"}
    use(monkeypatch, DETENTE_WITHOUT_CHECKS="weekday-date, no-date")
    assert chosen() == everything - {"weekday-date", "no-date"}
    # Whoever asks for one by name gets it.
    assert chosen(only=["weekday-date"]) == {"weekday-date"}


def test_a_check_that_there_is_not_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(DetenteError, match="spelling-of-dreams: no such check"):
        checks(only=["spelling-of-dreams"])
    use(monkeypatch, DETENTE_WITHOUT_CHECKS="spelling-of-dreams")
    with pytest.raises(DetenteError, match="spelling-of-dreams: no such check"):
        checks()


def test_a_check_of_ones_own_is_made_with_the_others(
    monkeypatch: pytest.MonkeyPatch, coder: Coder, report: Callable[..., Report]
) -> None:
    told = report("A source close to Macron said that the talks of Wednesday would go on.")
    assert Checker(coder).findings(told) == []
    use(monkeypatch, DETENTE_CHECKS=str(EXAMPLES))
    checker = Checker(coder)
    (found,) = checker.findings(told)
    assert (found.check, found.severity) == ("house-style-sources-close-to", "warning")
    assert found.span.text == "A source close to Macron"
    # The name of what made the items tells that other checks were made than those shipped.
    assert "checks-" in checker.name


def test_a_file_that_is_no_check_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "own.py").write_text("NAME = 'own'\n")
    use(monkeypatch, DETENTE_CHECKS=str(tmp_path))
    with pytest.raises(DataError, match=r"own\.py: no check: it must have"):
        checks()


def test_a_check_that_cannot_be_loaded_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "own.py").write_text("import nothing_of_the_kind\n")
    use(monkeypatch, DETENTE_CHECKS=str(tmp_path))
    with pytest.raises(DataError, match=r"own\.py: the check cannot be loaded: ModuleNotFoundError"):
        checks()
