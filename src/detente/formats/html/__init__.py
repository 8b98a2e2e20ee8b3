"""The coded report as one page: the text with every coded span marked in its place, and the items beside it.

The page asks for nothing from elsewhere: style and script are in it, and a policy in its head forbids all else.
"""

from detente.formats.html.page import page

__all__ = ["page"]
