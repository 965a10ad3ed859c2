"""What the outgoing fetch accepts, refuses and survives."""

import ssl
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from app.kernel import fetching
from app.kernel.fetching import FetchProblem, FetchRefused
from app.kernel.fetching.addresses import is_refused
from tests.kernel.fetching_servers import PAGE_BODY, PNG, _Server, a_shop

# A throw-away key for the made-up name shop.test, valid for a hundred years and trusted by nobody.
CERTIFICATE = Path(__file__).with_name("fetching_certificate.pem")
QUICK = replace(fetching.PAGE, seconds=0.5)


@pytest.fixture(scope="module")
def shop() -> Iterator[_Server]:
    with a_shop() as server:
        yield server


def at(shop: _Server, path: str, host: str = "127.0.0.1") -> str:
    return f"http://{host}:{shop.server_port}{path}"


def answers(*addresses: str) -> fetching.Resolver:
    return lambda host, port: addresses


def problem_of(url: str, appetite: fetching.Appetite = fetching.PAGE, **options: object) -> FetchProblem:
    with pytest.raises(FetchRefused) as refused:
        fetching.fetch(url, appetite, **{"trust_loopback": True, **options})  # type: ignore[arg-type]
    return refused.value.problem


def test_a_page_comes_back_with_its_declared_charset(shop: _Server) -> None:
    fetched = fetching.fetch_page(at(shop, "/page?id=1#top"), trust_loopback=True)
    assert (fetched.status, fetched.content_type, fetched.charset) == (200, "text/html", "GBK")
    assert fetched.body == PAGE_BODY
    assert fetched.url == at(shop, "/page?id=1")


@pytest.mark.parametrize("path", ["/gzip", "/deflate", "/raw_deflate", "/chunked", "/untyped"])
def test_packed_chunked_and_untyped_pages_are_read(shop: _Server, path: str) -> None:
    assert fetching.fetch_page(at(shop, path), trust_loopback=True).body == PAGE_BODY


def test_three_redirects_are_followed_and_a_fourth_is_not(shop: _Server) -> None:
    fetched = fetching.fetch_page(at(shop, "/hops/3"), trust_loopback=True)
    assert fetched.url == at(shop, "/hops/0")
    assert len(fetched.via) == 3
    assert problem_of(at(shop, "/hops/4")) == FetchProblem.TOO_MANY_REDIRECTS


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("file:///etc/passwd", FetchProblem.BAD_SCHEME),
        ("ftp://example.com/", FetchProblem.BAD_SCHEME),
        ("javascript:alert(1)", FetchProblem.BAD_SCHEME),
        ("//example.com/", FetchProblem.BAD_SCHEME),
        ("http://user:secret@example.com/", FetchProblem.BAD_URL),
        ("http://example.com@127.0.0.1/", FetchProblem.BAD_URL),
        ("http:///path", FetchProblem.BAD_URL),
        ("http://exa mple.com/", FetchProblem.BAD_URL),
        ("http://example.com\\@127.0.0.1/", FetchProblem.BAD_URL),
        ("http://example.com:99999/", FetchProblem.BAD_URL),
        ("http://example.com:25/", FetchProblem.BAD_URL),
        ("http://[fe80::1%25eth0]/", FetchProblem.BAD_URL),
        ("http://[::1/", FetchProblem.BAD_URL),
        ("http://exa..mple.com/", FetchProblem.BAD_URL),
        ("http://example.com/\r\nX-Evil: 1", FetchProblem.BAD_URL),
        ("http://example.com/" + "a" * 5000, FetchProblem.BAD_URL),
    ],
)
def test_bad_addresses_are_refused_before_anything_is_sent(url: str, problem: FetchProblem) -> None:
    assert problem_of(url, resolver=answers("93.184.216.34")) == problem


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.8.8", "10.0.0.1", "172.16.5.4", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "100.100.100.200", "168.63.129.16", "0.0.0.0", "255.255.255.255", "224.0.0.1", "240.0.0.1", "198.18.0.1",
        "192.0.0.192", "192.0.2.1", "::", "::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1", "fe80::1",
        "fc00::1", "fd00:ec2::254", "fec0::1", "ff02::1", "64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::",
        "2001::1", "100::1", "2001:db8::1",
    ],
)  # fmt: skip
def test_inside_addresses_are_refused(address: str) -> None:
    assert problem_of("http://shop.test/", resolver=answers(address), trust_loopback=False) == "private_address"


@pytest.mark.parametrize("address", ["10.0.0.1", "169.254.169.254", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "0.0.0.0"])
def test_trusting_loopback_opens_nothing_else(address: str) -> None:
    assert problem_of("http://shop.test/", resolver=answers(address)) == FetchProblem.PRIVATE_ADDRESS


@pytest.mark.parametrize("address", ["8.8.8.8", "114.114.114.114", "2606:4700:4700::1111"])
def test_public_addresses_are_acceptable(address: str) -> None:
    assert not is_refused(fetching.addresses.ipaddress.ip_address(address), trust_loopback=False)


@pytest.mark.parametrize("host", ["2130706433", "0x7f000001", "127.1", "0177.0.0.1", "localhost", "[::ffff:127.0.0.1]"])
def test_disguised_loopback_is_refused_by_the_real_resolver(host: str) -> None:
    assert problem_of(f"http://{host}/", trust_loopback=False) == FetchProblem.PRIVATE_ADDRESS


def test_loopback_needs_trust_whatever_the_port(shop: _Server) -> None:
    assert problem_of(at(shop, "/page"), trust_loopback=False) == FetchProblem.PRIVATE_ADDRESS


def test_one_private_answer_among_public_ones_condemns_the_name() -> None:
    resolver = answers("93.184.216.34", "192.168.0.10")
    assert problem_of("http://shop.test/", resolver=resolver) == FetchProblem.PRIVATE_ADDRESS


def test_the_connection_goes_to_the_address_that_was_vetted(shop: _Server) -> None:
    """DNS rebinding: the name is asked for once a hop, so a second answer is never used."""
    given: list[str] = []

    def rebinding(host: str, port: int) -> Sequence[str]:
        given.append(host)
        return ["127.0.0.1"] if len(given) == 1 else ["10.0.0.1"]

    fetched = fetching.fetch_page(at(shop, "/page", "shop.test"), trust_loopback=True, resolver=rebinding)
    assert fetched.body == PAGE_BODY
    assert given == ["shop.test"]


def test_a_name_that_turns_private_between_hops_is_refused(shop: _Server) -> None:
    turns = iter([["127.0.0.1"], ["10.0.0.1"]])
    url = at(shop, "/hops/1", "shop.test")
    assert problem_of(url, resolver=lambda host, port: next(turns)) == FetchProblem.PRIVATE_ADDRESS


@pytest.mark.parametrize(
    ("location", "problem"),
    [
        ("http://169.254.169.254/latest/meta-data/", FetchProblem.PRIVATE_ADDRESS),
        ("http://10.1.2.3/", FetchProblem.PRIVATE_ADDRESS),
        ("http://[::ffff:7f00:1]/", FetchProblem.PRIVATE_ADDRESS),
        ("file:///etc/passwd", FetchProblem.BAD_SCHEME),
        ("gopher://127.0.0.1/", FetchProblem.BAD_SCHEME),
    ],
)
def test_redirects_are_vetted_like_first_addresses(shop: _Server, location: str, problem: FetchProblem) -> None:
    assert problem_of(at(shop, f"/to?{location}")) == problem


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("/huge", FetchProblem.TOO_LARGE),
        ("/huge_without_length", FetchProblem.TOO_LARGE),
        ("/bomb", FetchProblem.TOO_LARGE),
        ("/pdf", FetchProblem.NOT_HTML),
        ("/png", FetchProblem.NOT_HTML),
        ("/untyped_data", FetchProblem.NOT_HTML),
        ("/status/404", FetchProblem.HTTP_STATUS),
        ("/status/500", FetchProblem.HTTP_STATUS),
        ("/status/204", FetchProblem.HTTP_STATUS),
        ("/brotli", FetchProblem.CONNECTION_FAILED),
        ("/broken_gzip", FetchProblem.CONNECTION_FAILED),
        ("/hangup", FetchProblem.CONNECTION_FAILED),
        ("/short", FetchProblem.CONNECTION_FAILED),
    ],
)
def test_answers_that_are_no_page_are_refused(shop: _Server, path: str, problem: FetchProblem) -> None:
    assert problem_of(at(shop, path)) == problem


@pytest.mark.parametrize("path", ["/dripping_body", "/dripping_headers", "/silence"])
def test_a_page_that_never_ends_is_left_on_time(shop: _Server, path: str) -> None:
    started = time.monotonic()
    assert problem_of(at(shop, path), QUICK) == FetchProblem.TOO_SLOW
    assert time.monotonic() - started < 1.5


def test_a_resolver_that_never_answers_is_left_on_time(shop: _Server) -> None:
    def asleep(host: str, port: int) -> Sequence[str]:
        shop.closing.wait(5)
        return ["93.184.216.34"]

    started = time.monotonic()
    assert problem_of("http://shop.test/", QUICK, resolver=asleep) == FetchProblem.TOO_SLOW
    assert time.monotonic() - started < 1.5


def test_the_status_is_kept_for_whoever_decides_that_a_product_has_ended(shop: _Server) -> None:
    with pytest.raises(FetchRefused) as refused:
        fetching.fetch_page(at(shop, "/status/410"), trust_loopback=True)
    assert refused.value.status == 410
    assert refused.value.url == at(shop, "/status/410")


def test_a_name_that_nobody_knows_is_unresolvable() -> None:
    def unknown(host: str, port: int) -> Sequence[str]:
        raise OSError("no such name")

    assert problem_of("http://shop.test/", resolver=unknown) == FetchProblem.UNRESOLVABLE
    assert problem_of("http://shop.test/", resolver=answers()) == FetchProblem.UNRESOLVABLE


def test_a_closed_port_is_a_failed_connection() -> None:
    with a_shop() as gone:
        url = at(gone, "/page")
    assert problem_of(url) == FetchProblem.CONNECTION_FAILED


def test_international_names_and_paths_are_asked_for_in_ascii(shop: _Server) -> None:
    asked: list[str] = []

    def resolver(host: str, port: int) -> Sequence[str]:
        asked.append(host)
        return ["127.0.0.1"]

    fetching.fetch_page(at(shop, "/page/水壶?q=水", "例子.测试"), trust_loopback=True, resolver=resolver)
    assert asked == ["xn--fsqu00a.xn--0zwm56d"]
    assert shop.seen[-1] == "/page/%E6%B0%B4%E5%A3%B6?q=%E6%B0%B4"


def test_pictures_are_fetched_and_other_things_are_not(shop: _Server) -> None:
    for path in ("/png", "/nameless_png"):
        assert fetching.fetch_picture(at(shop, path), trust_loopback=True).body == PNG
    for path in ("/svg", "/page", "/nameless_data"):
        assert problem_of(at(shop, path), fetching.PICTURE) == FetchProblem.NOT_IMAGE


def test_certificates_are_checked_against_the_name_although_the_address_is_pinned(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def speak_tls(server: _Server) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATE)
        server.socket = context.wrap_socket(server.socket, server_side=True)

    with a_shop(arm=speak_tls) as shop:
        url = f"https://shop.test:{shop.server_port}/page"
        resolver = answers("127.0.0.1")
        assert problem_of(url, resolver=resolver) == FetchProblem.CONNECTION_FAILED  # nobody vouches for it
        monkeypatch.setattr("certifi.where", lambda: str(CERTIFICATE))
        assert fetching.fetch_page(url, trust_loopback=True, resolver=resolver).body == PAGE_BODY
        other = url.replace("shop.test", "bank.test")
        assert problem_of(other, resolver=resolver) == FetchProblem.CONNECTION_FAILED  # somebody else's
