"""A site that cannot run as it is configured says so in one sentence, and how to mend it."""

import os
import socket
import subprocess
import sys

import pytest

from app.kernel import config
from app.kernel.errors import ConfigurationError
from tests.support.site import ROOT, free_port

NOWHERE = "127.0.0.1:1"
UNREADABLE = [
    ({"DATABASE_URL": "mysql://localhost/x"}, "DATABASE_URL"),
    ({"DATABASE_URL": "postgresql://root:hidden-word@127.0.0.1:notaport/x"}, "DATABASE_URL"),
    ({"REDIS_URL": "http://127.0.0.1/"}, "REDIS_URL"),
    ({"REDIS_URL": "redis://:hidden-word@127.0.0.1:notaport/0"}, "REDIS_URL"),
    ({"APP_ENV": "production"}, "SECRET_KEY"),
    ({"APP_ENV": "production", "SECRET_KEY": "hidden-word"}, "SECRET_KEY"),
    ({"PORT": "eight thousand"}, "PORT"),
    ({"PORT": "99999"}, "PORT"),
    ({"PORT": "0"}, "PORT"),
    ({"PORT": "８０００"}, "PORT"),
    ({"PORT": "²"}, "PORT"),
    ({"PORT": "-1"}, "PORT"),
    ({"TRUSTED_PROXIES": "some"}, "TRUSTED_PROXIES"),
    ({"LOG_LEVEL": "chatty"}, "LOG_LEVEL"),
    ({"INSTANCE_DIR": "/dev/null/instance"}, "INSTANCE_DIR"),
    ({"SITE_URL": "zhongcao.example"}, "SITE_URL"),
    ({"SITE_URL": "https://zhongcao.example:port"}, "SITE_URL"),
    (
        {"MAIL_SERVER": "mail.example", "SITE_URL": "https://a.example"},
        "MAIL_DEFAULT_SENDER",
    ),
    ({"MAIL_SERVER": "mail.example", "MAIL_DEFAULT_SENDER": "us@a.example"}, "SITE_URL"),
    ({"MAIL_PORT": "smtp"}, "MAIL_PORT"),
]
UNREACHABLE = [
    ({"DATABASE_URL": f"postgresql://nobody:hidden-word@{NOWHERE}/nothing"}, "DATABASE_URL"),
    ({"DATABASE_URL": "sqlite:////no/such/folder/app.db"}, "DATABASE_URL"),
    ({"REDIS_URL": f"redis://:hidden-word@{NOWHERE}/0"}, "REDIS_URL"),
]


@pytest.mark.parametrize(("env", "name"), UNREADABLE)
def test_a_setting_that_makes_no_sense_is_named(tmp_path, env, name):
    with pytest.raises(ConfigurationError) as refused:
        config.load({"INSTANCE_DIR": str(tmp_path), **env})
    assert name in refused.value.message
    assert "hidden-word" not in refused.value.message


def test_redis_alone_or_nothing_is_fine(tmp_path):
    for url in ("", "redis://127.0.0.1:6379/1", "rediss://:word@redis.example", "unix:///run/redis.sock"):
        assert config.load({"INSTANCE_DIR": str(tmp_path), "REDIS_URL": url})["REDIS_URL"] == url


def start(tmp_path, *words, **env):
    """Run the site until it gives up."""
    plain = {key: value for key, value in os.environ.items() if key not in ("DATABASE_URL", "REDIS_URL", "SECRET_KEY")}
    settings = {"INSTANCE_DIR": str(tmp_path), "PORT": str(free_port()), **env}
    line = [sys.executable, *(words or ("wsgi.py",))]
    return subprocess.run(
        line, cwd=ROOT, env=plain | settings, capture_output=True, text=True, timeout=30, check=False
    )  # fmt: skip


@pytest.mark.parametrize(("env", "name"), [*UNREACHABLE, UNREADABLE[4], UNREADABLE[6]])
def test_the_site_ends_with_a_sentence(tmp_path, env, name):
    done = start(tmp_path, **env)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert name in done.stderr
    assert "hidden-word" not in done.stderr


def test_a_database_without_tables(tmp_path):
    done = start(tmp_path)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert "db upgrade" in done.stderr


def test_a_port_that_is_taken(tmp_path):
    assert start(tmp_path, "-m", "flask", "--app", "app", "db", "upgrade").returncode == 0
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = str(holder.getsockname()[1])
        done = start(tmp_path, PORT=port)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert port in done.stderr


@pytest.mark.parametrize(("env", "name"), [*UNREACHABLE, UNREADABLE[4]])
def test_commands_say_the_same(tmp_path, env, name):
    done = start(tmp_path, "-m", "flask", "--app", "app", "db", "upgrade", **env)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert name in done.stderr
