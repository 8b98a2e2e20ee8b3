"""The network: one pass of an encoder over a sentence, and what is read off each piece of it."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.labels import Labels

ROLE = 64
OUTPUTS = ("types", "told", "statuses", "negated", "modes", "contexts", "weights", "triggers", "parties", "hidden")


class EventNetwork(nn.Module):
    """Outputs by name, each of shape (sentences, pieces, n).

    - `types`, `told`, `statuses`, `negated`, `modes`, `contexts`: logits for what a piece tells of as a trigger.
    - `weights`: how much the piece has to say of the sentence's pairs.
    - `hidden`: what the encoder makes of the piece and what the heads read, from which a head for other types can be learned.
    - `triggers`, `parties`: vectors whose product (see `roles`) says whether a party is actor or recipient of a trigger.
    """

    def __init__(self, encoder: Any, labels: Labels) -> None:
        super().__init__()
        self.encoder = encoder
        width = encoder.config.hidden_size
        self.drop = nn.Dropout(0.1)
        self.trigger = nn.Sequential(nn.Linear(width, width), nn.GELU())
        self.party = nn.Sequential(nn.Linear(width, width), nn.GELU())
        sizes = {
            "types": len(labels.types),
            "told": len(labels.types),
            "statuses": len(labels.statuses),
            "negated": 1,
            "modes": len(labels.modes),
            "contexts": len(labels.contexts),
            "weights": 1,
            "triggers": 2 * ROLE + 2,
        }
        self.heads = nn.ModuleDict({name: nn.Linear(width, size) for name, size in sizes.items()})
        self.parties = nn.Linear(width, 2 * ROLE)

    def forward(self, ids: Tensor, mask: Tensor) -> dict[str, Tensor]:
        hidden = self.drop(self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state)
        trigger = self.trigger(hidden)
        found = {name: head(trigger) for name, head in self.heads.items()}
        found["parties"] = self.parties(self.party(hidden))
        found["hidden"] = torch.cat([hidden, trigger], -1)
        return found


def roles(triggers: Tensor, parties: Tensor) -> tuple[Tensor, Tensor]:
    """Logits that a party is the actor, and that it is the recipient, of a trigger.

    `triggers` is (..., 2 * ROLE + 2), `parties` (..., 2 * ROLE), the means over each party's pieces; their axes before the
    last are brought to one shape, which is that of the logits.
    """
    scale = ROLE**-0.5
    actor = (triggers[..., :ROLE] * parties[..., :ROLE]).sum(-1) * scale + triggers[..., -2]
    recipient = (triggers[..., ROLE : 2 * ROLE] * parties[..., ROLE:]).sum(-1) * scale + triggers[..., -1]
    return actor, recipient


def between(
    outputs: dict[str, Tensor], begins: Tensor, rows: Tensor, actors: Tensor, recipients: Tensor
) -> tuple[Tensor, Tensor]:
    """What passes between two parties: log probabilities (pairs, types), and the log shares of the words in it (pairs, pieces).

    `begins` (sentences, pieces) is true where a word begins; `rows` names the sentence of each pair. `actors` and
    `recipients` are (pairs, 2 * ROLE), the means over the party's pieces, NaN where it is not named.
    """
    triggers = outputs["triggers"][rows]
    weight = outputs["weights"][rows, :, 0]
    acting, _ = roles(triggers, torch.nan_to_num(actors)[:, None])
    _, receiving = roles(triggers, torch.nan_to_num(recipients)[:, None])
    for logits, side in ((acting, actors), (receiving, recipients)):
        weight = weight + functional.logsigmoid(logits) * ~side[:, :1].isnan()
    weight = weight + torch.log1p(-torch.softmax(outputs["types"][rows], 2)[:, :, 0].clamp(max=1 - 1e-6))
    shares = torch.log_softmax(weight.masked_fill(~begins[rows], -1e9), 1)
    told = torch.log_softmax(outputs["told"][rows][:, :, 1:], 2)
    return torch.logsumexp(shares[:, :, None] + told, 1), shares
