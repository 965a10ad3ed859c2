"""Applying, answering, taking away; and what happens to verifications by the clock."""

from app.verification.operations.applying import NotApplied, add_proofs, apply, remove_proof, withdraw
from app.verification.operations.deciding import NotDecided, approve, ask_for_more, reject
from app.verification.operations.ending import expire, forget, remind, revoke
from app.verification.operations.keeping import ProofRefused, look, purge
from app.verification.operations.levelling import change_level, decide_level, propose_levels

__all__ = [
    "NotApplied",
    "NotDecided",
    "ProofRefused",
    "add_proofs",
    "apply",
    "approve",
    "ask_for_more",
    "change_level",
    "decide_level",
    "expire",
    "forget",
    "look",
    "propose_levels",
    "purge",
    "reject",
    "remind",
    "remove_proof",
    "revoke",
    "withdraw",
]
