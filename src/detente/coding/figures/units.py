"""Units of what numbers count: currencies, measures, and the nouns that name persons."""

from __future__ import annotations

from detente.coding.wordlist import wordlist

SYMBOLS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₽": "RUB", "₴": "UAH"}
"""Currency signs to ISO 4217 codes. A sign that several currencies share goes to the one that wire reports mean by it."""

CURRENCIES = {
    "dollar": "USD", "dollars": "USD", "us dollars": "USD", "usd": "USD", "euro": "EUR", "euros": "EUR", "eur": "EUR",
    "pound": "GBP", "pounds": "GBP", "pounds sterling": "GBP", "yen": "JPY", "yuan": "CNY", "rouble": "RUB", "roubles": "RUB",
    "ruble": "RUB", "rubles": "RUB", "hryvnia": "UAH", "hryvnias": "UAH", "zloty": "PLN", "zlotys": "PLN", "franc": "CHF",
    "francs": "CHF", "swiss francs": "CHF", "rupee": "INR", "rupees": "INR", "lira": "TRY", "shekel": "ILS", "shekels": "ILS",
    "rial": "IRR", "rials": "IRR", "won": "KRW",
}  # fmt: skip
"""Names of currencies, as written, to ISO 4217 codes."""

MEASURES = {
    "%": "percent", "percent": "percent", "per cent": "percent", "percentage point": "percent", "percentage points": "percent",
    "second": "seconds", "seconds": "seconds", "minute": "minutes", "minutes": "minutes", "hour": "hours", "hours": "hours",
    "day": "days", "days": "days", "week": "weeks", "weeks": "weeks", "month": "months", "months": "months", "year": "years",
    "years": "years", "decade": "decades", "decades": "decades", "fortnight": "fortnights",
    "kilometre": "km", "kilometres": "km", "kilometer": "km", "kilometers": "km", "km": "km", "mile": "miles", "miles": "miles",
    "metre": "m", "metres": "m", "meter": "m", "meters": "m", "m": "m", "foot": "feet", "feet": "feet",
    "tonne": "tonnes", "tonnes": "tonnes", "ton": "tonnes", "tons": "tonnes", "kilogram": "kg", "kilograms": "kg", "kg": "kg",
    "kilo": "kg", "kilos": "kg", "barrel": "barrels", "barrels": "barrels", "hectare": "hectares",
    "hectares": "hectares", "acre": "acres", "acres": "acres", "cubic metres": "m3", "cubic meters": "m3",
    "cubic metre": "m3", "square kilometres": "km2", "square kilometers": "km2", "sq km": "km2", "square miles": "square miles",
    "degree": "degrees", "degrees": "degrees", "megawatt": "MW", "megawatts": "MW", "vote": "votes",
    "votes": "votes",
}  # fmt: skip
"""Nouns of measure, as written, to the unit of a figure."""

DURATIONS = frozenset({"seconds", "minutes", "hours", "days", "weeks", "months", "years", "decades", "fortnights"})

_PERSONS = wordlist(
    "people person man woman child civilian troop soldier fighter rebel protester protestor demonstrator prisoner "
    "hostage refugee migrant worker official diplomat student policeman officer resident villager militant "
    "insurgent guerrilla member personnel serviceman servicemen servicewoman passenger victim casualty body life "
    "voter journalist peacekeeper observer monitor inspector national citizen dead wounded injured marine reservist "
    "conscript militiaman separatist detainee captive inmate evacuee settler mercenary policewoman adviser advisor "
    "staff employee supporter activist arrest death injury gunman attacker bomber trainer instructor engineer "
    "sailor pilot airman crew envoy volunteer recruit deserter defector fatality missing family household "
    "policymaker lawmaker deputy senator legislator minister leader delegate expert technician doctor nurse teacher "
    "pupil farmer pensioner expatriate tourist visitor survivor contractor spy suspect defendant lawyer patient "
    "inhabitant human male female force serviceperson veteran combatant paratrooper guard commando agent negotiator "
    "representative"
)


def is_person(lemma: str, text: str) -> bool:
    """Whether a noun names persons. "Force" does where it is plural ("8,500 forces")."""
    return (lemma in _PERSONS and lemma != "force") or text == "forces"
