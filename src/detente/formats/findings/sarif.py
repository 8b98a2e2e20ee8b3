"""Findings as SARIF 2.1.0 (OASIS), which code hosts and editors read."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, BinaryIO
from urllib.parse import quote

from detente.formats.findings.lines import Lines, name_of
from detente.model import Article, Finding
from detente.version import __version__

if TYPE_CHECKING:
    from detente.checking import Checked

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "note": "note"}


def write(checked: Iterable[Checked], out: BinaryIO) -> None:
    """Writes one run with all findings; columns count Unicode code points from 1, ends are not part of a region."""
    checked = list(checked)
    rules = _rules()
    index = {rule["id"]: number for number, rule in enumerate(rules)}
    results: list[dict[str, Any]] = []
    for one in checked:
        lines = Lines.of(one.article.text)
        for finding in one.findings:
            results.append(_result(one.article, finding, lines, index))
    driver = {"name": "detente", "version": __version__, "rules": rules}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    out.write((json.dumps(log, ensure_ascii=False, indent=1) + "\n").encode())


def _rules() -> list[dict[str, Any]]:
    from detente.checks.registry import every

    return [
        {"id": check.NAME, "shortDescription": {"text": check.SAYS}, "defaultConfiguration": {"level": _LEVELS[check.SEVERITY]}}
        for check in every()
    ]


def _result(article: Article, finding: Finding, lines: Lines, index: dict[str, int]) -> dict[str, Any]:
    line, column, end_line, end_column = lines.region(finding.span)
    region = {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
        "charOffset": finding.span.start,
        "charLength": finding.span.end - finding.span.start,
        "snippet": {"text": finding.span.text},
    }
    better = f" Better: {finding.suggestion}." if finding.suggestion else ""
    return {
        "ruleId": finding.check,
        "ruleIndex": index[finding.check],
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.span.text}: {finding.message}.{better} Rests on: {finding.basis}"},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(article)}, "region": region}}],
        "partialFingerprints": {"finding/v1": finding.id},
    }


def _uri(article: Article) -> str:
    """The address as it is, the path of a file with its signs escaped."""
    name = name_of(article)
    return name if "://" in name else quote(PurePath(name).as_posix())
