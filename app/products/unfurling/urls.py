"""Addresses of products: cleaned of tracking, searched for affiliate marks, and turned into one key per product."""

import re
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

from app.products.unfurling.readings import PageReading

#: Parameters that pay somebody for the click, wherever they appear.
_AFFILIATE = frozenset(
    """
    aff aff_id affid affiliate affiliate_id affiliateid aff_fcid aff_fsk aff_platform aff_trace_key aff_short_key aff_sub
    partner_id partnerid irclickid irgwc ranmid raneaid ransiteid awc awinaffid awinmid sscid cjevent cjdata admitad_uid
    clickref afsrc afftrack campid mkrid mkcid toolid ascsubtag linkcode camp creativeasin epi epi2
    ali_trackid pid_promo unionid union_id unid spreadtype positionid cps_sign duoduo_type goods_sign cpssign sub_union_id
    subunionid p_id jtk tk_cps_param mmcampaign kwai_cps
    """.split()
)
#: Meaningful only on some shops: `tag` pays an Amazon partner but is a subject elsewhere.
_AFFILIATE_BY_SHOP = (
    (re.compile(r"(^|\.)(amazon\.[a-z.]+|amzn\.\w+)$"), frozenset({"tag", "ref_", "creative"} - {"ref_"})),
    (re.compile(r"(^|\.)(taobao|tmall|alicdn|fliggy)\.com$"), frozenset({"pid", "e", "mm_pid", "clickid", "ak"})),
    (re.compile(r"(^|\.)(jd|jingxi)\.(com|hk)$"), frozenset({"cu", "utm_term", "d", "e"})),
    (re.compile(r"(^|\.)(yangkeduo|pinduoduo)\.com$"), frozenset({"pid", "cpsSign".lower(), "duoduo_type"})),
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
_TRACKING = re.compile(
    r"^(utm_.*|mc_[ce]id|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|ysclid|twclid|ttclid|igshid|igsh|_ga|_gl|"
    r"_openstat|from|spm|scm|pvid|algo_.*|gps-id|ns|abbucket|xxc|sourcetype|suid|ut_sk|un|share_.*|shareurl|sharetoken|"
    r"refer.*|ref|ref_|ref_src|src|source|trk.*|hmb?sr|hmpl|hmcu|hmkw|hmci|bxsign|cpp|tbsocialpopkey|shareuniqueid|"
    r"app|price|ali_refid|ali_trackid|pd_rd_.*|pf_rd_.*|psc|qid|sr|keywords|sprefix|crid|dib|dib_tag|content-id|th|"
    r"_trkparms|_trksid|_from|hash|amdata|epid|_encoding|ie|linkid|cm_.*|wt\.mc_id|icid|ito|nc|s_kwcid|ef_id|mkevt|"
    r"x_.*|initiative_id|ak|sessionid|sid|phpsessid|jsessionid|timestamp|_t|_wv)$",
    re.IGNORECASE,
)
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
    """The address without tracking, affiliate marks and fragment, its parameters sorted; "" for what is no web address."""
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
        if name not in paying and not _TRACKING.match(name)
    )
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    netloc = host if port in (None, _DEFAULT_PORT[parts.scheme]) else f"{host}:{port}"
    path = quote(re.sub(r";jsessionid=[^/?]*|/ref=[^/?]*$", "", parts.path, flags=re.IGNORECASE) or "/", safe="/%:@!$&'()*+,;=~")
    return urlunsplit((parts.scheme, netloc, path, urlencode(kept), ""))


def canonical_key(reading: PageReading) -> str:
    """The key under which two links count as one product: article number, else shop and its number, else address."""
    if reading.gtin:
        return f"gtin:{reading.gtin.zfill(14)}"
    if reading.sku and reading.domain:
        return f"sku:{reading.domain}:{reading.sku.lower()}"
    address = clean_url(reading.canonical_url)
    return "url:" + re.sub(r"^https?://(?:www\.)?", "", address).rstrip("/")
