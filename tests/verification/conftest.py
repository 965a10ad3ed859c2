"""Papers, applications and verified people for these tests."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from app.kernel import clock
from app.verification import operations, queries
from app.verification.models import Application, ProofFile
from app.verification.rules import Proof, Wish
from tests.media.pictures import picture

SECRET = b"nobody but staff with the right reads this"
PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< >>\n%%EOF\n"


def wish(**values: Any) -> Wish:
    known = {
        "kind": "orange", "organisation": "", "name": "陈茶", "field": "茶艺师",
        "statement": "做茶九年，在云溪开茶室，出过一本书。", "consents": True,
    }  # fmt: skip
    return Wish(**{**known, **values})


def paper(name: str = "证书.jpg", colour: tuple[int, int, int] = (200, 80, 40)) -> Proof:
    return Proof(name, picture(size=(120, 80), colour=colour))


def pdf(name: str = "合同.pdf") -> Proof:
    return Proof(name, PDF)


@pytest.fixture
def apply_for(app: Flask) -> Any:
    """`apply_for(alice, kind="blue", …)`: an application with a picture and a PDF."""

    def act(account: Any, proofs: Any = None, **values: Any) -> Any:
        return operations.apply(wish(**values), proofs or [paper(), pdf()], by=account, now=clock.now())

    return act


@pytest.fixture
def verify(app: Flask, apply_for: Any, operator: Any) -> Any:
    """`verify(alice)`: applied for and approved; answers the verification."""

    def act(account: Any, line: str = "茶艺师，《一壶》作者", **values: Any) -> Any:
        application = apply_for(account, **values)
        return operations.approve(application, line=line, by=operator, now=clock.now())

    return act


@dataclass
class Papers:
    """An application of `owner` with a picture and a PDF; each holds SECRET."""

    owner: Any
    application: Application
    picture: ProofFile
    pdf: ProofFile

    @property
    def files(self) -> list[ProofFile]:
        return [self.picture, self.pdf]


@pytest.fixture
def vault_of_this_test(app: Flask, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(app.config, "PRIVATE_DIR", tmp_path / "private")


@pytest.fixture
def papers(vault_of_this_test: None, alice: Any, apply_for: Any) -> Papers:
    seen = picture("JPEG", size=(80, 60), comment=SECRET)
    document = PDF.replace(b"/Catalog", b"/Catalog (" + SECRET + b")")
    application = apply_for(alice, proofs=[Proof("身份证.jpg", seen), Proof("合同.pdf", document)])
    return Papers(alice, application, *queries.proofs_of(application))
