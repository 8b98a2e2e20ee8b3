"""Text made safe for HTML."""

from __future__ import annotations

import html

from detente.formats.wording import plain


def safe(text: str) -> str:
    """`text` for an element or a quoted attribute: markup escaped, control and direction marks replaced."""
    return html.escape(plain(text), quote=True)
