"""Settings from the environment."""

from __future__ import annotations

import dataclasses

import pytest

from detente.errors import DetenteError
from detente.settings import Settings, settings


@pytest.fixture(autouse=True)
def fresh(monkeypatch):
    for field in dataclasses.fields(Settings):
        monkeypatch.delenv(f"DETENTE_{field.name.upper()}", raising=False)
    settings.cache_clear()
    yield
    monkeypatch.undo()
    settings.cache_clear()


def test_defaults():
    assert settings() == Settings()


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("pipeline", "en_other", "en_other"),
        ("workers", "3", 3),
        ("fetch_timeout", "2.5", 2.5),
        ("fetch_limit", "100", 100),
        ("fetch_redirects", "0", 0),
        ("debug", "1", 1),
        ("cache", "/tmp/x", "/tmp/x"),
        ("knowledge", "facts", "facts"),
        ("block_limit", "500", 500),
    ],
)
def test_a_variable_sets_its_setting_and_no_other(monkeypatch, name, text, value):
    monkeypatch.setenv(f"DETENTE_{name.upper()}", text)
    found = settings()
    assert getattr(found, name) == value
    assert type(getattr(found, name)) is type(getattr(Settings(), name))
    assert dataclasses.replace(found, **{name: getattr(Settings(), name)}) == Settings()


@pytest.mark.parametrize(
    ("name", "text"), [("workers", "many"), ("fetch_timeout", "soon"), ("debug", ""), ("block_limit", "1.5")]
)
def test_a_value_of_the_wrong_type_is_told_by_the_variable_s_name(monkeypatch, name, text):
    monkeypatch.setenv(f"DETENTE_{name.upper()}", text)
    with pytest.raises(DetenteError, match=f"DETENTE_{name.upper()}"):
        settings()


def test_settings_are_read_once(monkeypatch):
    first = settings()
    monkeypatch.setenv("DETENTE_WORKERS", "7")
    assert settings() is first


def test_every_setting_has_its_line_in_the_docstring():
    assert [f.name for f in dataclasses.fields(Settings) if f"`{f.name}`" not in (Settings.__doc__ or "")] == []
