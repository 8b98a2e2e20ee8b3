"""PLOVER, CAMEO, their scales and the trigger lexicon: data files and their loader.

A user's own codebook is a folder of the same shape; it loads by the same functions (`load(folder)`).
"""

from detente.ontology.load import Ontology, load, ontology
from detente.ontology.triggers import Lexicon, Trigger
from detente.ontology.types import EventType

__all__ = ["EventType", "Lexicon", "Ontology", "Trigger", "load", "ontology"]
