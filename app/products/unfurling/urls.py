"""Addresses of products: cleaned of tracking, searched for affiliate marks, and turned into one key per product."""

import re
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

from app.products.unfurling.readings import PageReading

#: Parameters that pay somebody for the click, wherever they appear.
_AFFILIATE = frozenset(
    """
    aff aff_id affid affiliate affiliate_id affiliateid aff_fcid aff_fsk aff_platform aff_trace_key aff_short_key
    aff_sub
    partner_id partnerid irclickid irgwc avad ranmid raneaid ransiteid awc awinaffid awinmid sscid cjevent cjdata
    admitad_uid
    clickref afsrc afftrack campid mkrid mkcid toolid ascsubtag linkcode creativeasin epi epi2
    ali_trackid pid_promo unionid union_id unid spreadtype positionid cps_sign duoduo_type cpssign sub_union_id
    subunionid jtk tk_cps_param
    """.split()
)
#: Meaningful only on some shops: `tag` pays an Amazon partner but is a subject elsewhere.
_AFFILIATE_BY_SHOP = (
    (re.compile(r"(^|\.)(amazon\.[a-z.]+|amzn\.\w+)$"), frozenset({"tag", "creative"})),
    (re.compile(r"(^|\.)(taobao|tmall|alicdn|fliggy)\.com$"), frozenset({"pid", "e", "mm_pid", "clickid"})),
    (re.compile(r"(^|\.)(jd|jingxi)\.(com|hk)$"), frozenset({"cu", "d", "e"})),
    (re.compile(r"(^|\.)(yangkeduo|pinduoduo)\.com$"), frozenset({"pid"})),
    (re.compile(r"(^|\.)(booking|hotels|agoda)\.com$"), frozenset({"aid", "cid"})),
    (re.compile(r"(^|\.)ebay\.[a-z.]+$"), frozenset({"campid", "customid", "mkevt"})),
)
#: Hosts whose very address is an affiliate link.
_AFFILIATE_HOSTS = re.compile(
    r"(^|\.)(s\.click\.(taobao|tmall|aliexpress)\.com|uland\.taobao\.com|s\.click\.aliexpress\.com|u\.jd\.com|"
    r"union-click\.jd\.com|p\.pinduoduo\.com|amzn\.to|rstyle\.me|shareasale\.com|go\.skimresources\.com|awin1\.com|"
    r"click\.linksynergy\.com|anrdoezrs\.net|dpbolvw\.net|jdoqocy\.com|kqzyfj\.com|tkqlhce\.com|rover\.ebay\.com|"
    r"prf\.hn|pjatr\.com|pntra\.com|tradedoubler\.com|clk\.tradedoubler\.com|ad\.admitad\.com|partner-ads\.com)$"
)
#: Parameters that follow people around and never choose what is shown.
_TRACKING = re.compile(
    r"^(utm_.*|mc_[ce]id|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|gad_.*|msclkid|yclid|ysclid|twclid|ttclid|igshid|igsh|"
    r"_ga|_gl|_openstat|spm|scm|pvid|algo_.*|gps-id|share_.*|sharetoken|shareuniqueid|trk.*|hmsr|hmpl|hmcu|hmkw|hmci|"
    r"bxsign|wt\.mc_id|s_kwcid|ef_id|epid_src|mkt_tok|oly_.*|vero_.*|_hs.*|hsctatracking|srsltid|cm_mmc.*|jsessionid|"
    r"phpsessid)$",
    re.IGNORECASE,
)
#: Parameters that only mean something elsewhere, shop by shop.
_TRACKING_BY_SHOP = (
    (
        re.compile(r"(^|\.)(amazon\.[a-z.]+)$"),
        re.compile(r"^(ref_?|pd_rd_.*|pf_rd_.*|psc|qid|sr|keywords|sprefix|crid|dib|dib_tag|content-id|_encoding|ie)$"),
    ),
    (
        re.compile(r"(^|\.)(taobao|tmall|1688|aliexpress)\.[a-z]+$"),
        re.compile(r"^(ns|abbucket|xxc|sourcetype|suid|ut_sk|un|cpp|tbsocialpopkey|price|app|shareurl|short_name|ali_.*|"
                   r"from|_u|u_channel|mi_id|utparam|priceTId|pisk|ltk.*)$", re.IGNORECASE),
    ),
    (re.compile(r"(^|\.)jd\.[a-z]+$"), re.compile(r"^(source|from|ad_od|gx|_ts|ptag|abt|jd_pop)$", re.IGNORECASE)),
    (re.compile(r"(^|\.)ebay\.[a-z.]+$"), re.compile(r"^(_trk.*|_from|hash|amdata|mkevt|var_src|itmmeta|itmprp)$")),
    (re.compile(r"(^|\.)etsy\.com$"), re.compile(r"^(ref|ga_.*|click_.*|pro|frs|organic_.*|sts)$")),
)  # fmt: skip
_DEFAULT_PORT = {"http": 80, "https": 443}


def domain_of(url: str) -> str:
    """The host as people name the shop: lower case, without `www.` or `m.`."""
    try:
        host = (urlsplit(url).hostname or "").lower().rstrip(".")
    except ValueError:
        return ""
    return re.sub(r"^(?:www\d?|m|mobile|wap)\.(?=[^.]+\.)", "", host)


def affiliate_parameters(url: str) -> set[str]:
    """The names of parameters by which somebody earns on this link; "host" where the address itself is such a link."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").lower()
    except ValueError:
        return set()
    names = {name for name, value in parse_qsl(parts.query) if value}
    paying = {name for name in names if name.lower() in _AFFILIATE}
    for shop, own in _AFFILIATE_BY_SHOP:
        if shop.search(host):
            paying |= {name for name in names if name.lower() in own}
    return paying | ({"host"} if _AFFILIATE_HOSTS.search(host) else set())


def clean_url(url: str, base: str = "") -> str:
    """The address without tracking, affiliate marks and fragment, parameters sorted; "" for what is no web address."""
    try:
        parts = urlsplit(urljoin(base, url.strip()) if base else url.strip())
        port = parts.port
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return ""
    paying = affiliate_parameters(url)
    kept = sorted(
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if name not in paying and not _is_tracking(name, parts.hostname)
    )
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    netloc = host if port in (None, _DEFAULT_PORT[parts.scheme]) else f"{host}:{port}"
    path = re.sub(r";jsessionid=[^/?]*|/ref=[^/?]*$", "", parts.path, flags=re.IGNORECASE)
    path = quote(path or "/", safe="/%:@!$&'()*+,;=~")
    return urlunsplit((parts.scheme, netloc, path, urlencode(kept), ""))


def _is_tracking(name: str, host: str) -> bool:
    if _TRACKING.match(name):
        return True
    return any(shop.search(host) and own.match(name) for shop, own in _TRACKING_BY_SHOP)


def canonical_key(reading: PageReading) -> str:
    """The key under which two links count as one product: article number, else shop and its number, else address."""
    if reading.gtin:
        return f"gtin:{reading.gtin.zfill(14)}"
    if reading.sku and reading.domain:
        return f"sku:{reading.domain}:{reading.sku.lower()}"
    address = clean_url(reading.canonical_url)
    return "url:" + re.sub(r"^https?://(?:www\.)?", "", address).rstrip("/")
