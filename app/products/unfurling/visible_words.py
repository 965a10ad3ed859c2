"""The words by which visible prices and buy buttons are recognised, in the languages of many shops."""

import re
from functools import lru_cache

#: In a class, id or name: here stands a price.
PRICE_MARK = re.compile(
    r"price|prix|preis|precio|prezzo|preco|preço|\bprc|prcis|cena|hinta|fiyat|kaina|tsena|jiage|pdeal|amount|rmb",
    re.IGNORECASE,
)
#: … and it is the one to pay.
OWN_PRICE_MARK = re.compile(
    r"current|sale|final|actual|special|promo|\bdeal|buybox|our|now|main|product.?price|price.?product|offer|"
    r"price.?value|"
    r"detail|pdp|total",
    re.IGNORECASE,
)
#: In a class or id: this is not, or no longer, the price of the thing.
OTHER_PRICE_MARK = re.compile(
    r"(?<![a-z])(?:old|was)(?![a-z])|oldprice|wasprice|price.?(?:old|was)|strike|list.?price|rrp|regular|msrp|"
    r"original|before|uvp|"
    r"market.?price|compare|crossed|statt|unit.?price|per.?unit|"
    r"installment|monthly|month|rate\b|saving|save|discount|shipping|delivery|versand|postage|freight|fee\b|deposit|"
    r"warranty|insurance|points?\b|bonus|cashback|coupon|voucher|filter|range.?slider|min.?price|max.?price|minprice|"
    r"maxprice|history|alert|trade.?in|gift",
    re.IGNORECASE,
)
#: In a class or id of a container: other products, the basket, the frame of the site.
ELSEWHERE_MARK = re.compile(
    r"relat(?!ive)|recommend|recom[-_ ]|similar|upsell|cross.?sell|also|suggest|carousel|slider|swiper|mini.?(?:cart|"
    r"basket|bag)|(?:cart|basket).?(?:drawer|"
    r"preview|summary|popup|count|dropdown)|accessor|recently|viewed|history|bought|together|bundle|footer|navbar|"
    r"mega.?menu|"
    r"breadcrumb|review|comment|(?<!without)sidebar|sponsor|advert|banner|tuijian|avivid|popular|best.?sell|"
    r"compare.?(?:list|product|item)|wishlist|"
    r"product.?(?:list|grid|tile|card|item)s?\b(?!.*pri[cx])|modal|dialog|tooltip|complement|addon|add-on|the.?look",
    re.IGNORECASE,
)
#: In the text of a candidate: about this price, but not the price.
OTHER_PRICE_TEXT = re.compile(
    r"%|^\+|\bsave|\boff\b|\bwas\b|\brrp|\bmsrp|list price|\bstatt\b|\buvp|au lieu|risparmi|ahorra|économi|省|立减|"
    r"減|优惠券|"
    r"運費|运费|邮费|shipping|delivery|versand|livraison|env[ií]o|spedizione|per month|/\s*mo\b|monat|mois|/月|期|"
    r"/\s*(?:kg|l|lt|100|ml|m2|m²|g)\b|\bfrom\b.*\bfrom\b|\bbis\b|over|above|原价|原價|市价|市價|定價|建議售價",
    re.IGNORECASE,
)
#: A whole text that is a price: sign before, after, or both, with at most a short label.
PRICE_TEXT = re.compile(
    r"^[^\d$€£¥￥₽₹₩₸฿₺₴]{0,14}?"
    r"(?P<before>US\$|NT\.?\$|HK\$|R\$|S\$|A\$|C\$|CHF|EUR|USD|GBP|PLN|CNY|RMB|INR|TWD|AUD|CAD|Rs\.?|kr\.?|Rp|"
    r"[$€£¥￥₽₹₩₺₴฿₪₫₱])?\s*"
    r"(?P<digits>\d[\d.,'’ \u00a0\u202f]*)\s*(?:[.,]?[-–—])?\s*"
    r"(?P<after>€|£|\$|zł|Kč|kr\.?|лв\.?|руб\.?|р\.|₽|₸|тг\.?|тңг|б\.\s?р\.|грн\.?|₴|lei|Lei|RON|Ft|TL|₺|元|円|원|EUR|"
    r"USD|GBP|CHF|PLN|CZK|"
    r"DKK|SEK|NOK|BYN|KZT|AED|SAR|₫|đ|฿|₪)?"
    r"(?:\s*(?:起|元起|起/.{1,3}|/\s*(?:pc|st|szt|ks|шт|件|個|罐|包)\.?|\*|incl?\.?.{0,14}))?\s*$",
    re.IGNORECASE,
)
BUY_MARK = re.compile(
    r"add.?(?:to|2).?(?:cart|basket|bag|trolley)|addto|addcart|cart.?add|add_cart|buy.?(?:now|button|btn|box)|btn.?buy|"
    r"(?:^|[_-])buy(?:[_-]|$)|_buy\b|in.?den.?warenkorb|purchase|btn.?cart|cart.?btn|checkout.?button",
    re.IGNORECASE,
)
BUY_TEXT = re.compile(
    r"^(?:add (?:to|in) (?:my )?(?:cart|basket|bag|trolley)|buy (?:it )?now|pre-?order(?: now)?|加入(?:购物车|購物車|"
    r"购物袋)|"
    r"放入購物車|立即(?:购买|購買|抢购|搶購)|(?:直接|馬上|马上)(?:购买|購買)|我要買|in den warenkorb|(?:jetzt )?kaufen|"
    r"ajouter au panier|aggiungi al carrello|acquista(?: ora)?|añadir a(?: la|l) (?:carrito|cesta)|"
    r"agregar al carr(?:o|ito)|"
    r"comprar(?: ahora| agora| já)?|adicionar ao carrinho|купить|в корзину|добавить в корзину|do koszyka|"
    r"dodaj do koszyka|"
    r"kup teraz|(?:přidat |vložit |pridať )?do koš[ií]ka?u?|kosárba(?: teszem)?|adaug[aă] [iî]n co[sș]|"
    r"l[aä]gg i varukorg(?:en)?|"
    r"l[æa]g i kurv|legg i handlekurv|lisää ostoskoriin|lisa (?:ost[uo])?korvi|ielikt grozā|pirkt|į krepšelį|"
    r"in winkelwagen|sepete ekle|カートに入れる|購入する|장바구니(?: 담기)?|thêm vào giỏ(?: hàng)?|kup|купити|"
    r"до кошика)[ !.»›>]*$",
    re.IGNORECASE,
)
#: The name of a function that puts the thing into the basket.
BUY_CALL = re.compile(
    r"(?:^|[\s:;.(_])(?:buy|addto|add_to|add2)[a-z_]*\(|(?:buy|cart)_?(?:process|add|new|now|item)", re.IGNORECASE
)
SIGN = re.compile(
    r"US\$|NT\.?\$|HK\$|R\$|S\$|A\$|C\$|CHF|EUR|USD|GBP|PLN|CNY|RMB|INR|TWD|AUD|CAD|Rs\.?|kr\.?|Rp|[$€£¥￥₽₹₩₺₴฿₪₫₱₸]|"
    r"zł|Kč|"
    r"лв\.?|руб\.?|р\.|тг\.?|тңг|грн\.?|lei|RON|Ft|TL|元|円|원|CZK|DKK|SEK|NOK|BYN|KZT|AED|SAR|đ|元起|元/.{1,2}",
    re.IGNORECASE,
)
EMBEDDED_PRICE = re.compile(
    r"""["']?\b(?:price|productPrice|product_price|productprice|currentPrice|current_price|salePrice|sale_price|"""
    r"""priceNumber|price_amount|priceAmount|finalPrice|final_price|sellingPrice|totalPrice|ecomm_totalvalue|"""
    r"""dynx_totalvalue|dynx_totalprice|product_unit_price|unit_price|unitPrice|defaultItemPrice|value)["']?\s*[:=]\s*"""
    r"""\[?\s*["']?(?P<digits>\d{1,9}(?:[.,]\d{1,3})*)["']?"""
)
LABELLED_PRICE = re.compile(
    r"(?:售價|售价|特價|特价|直購價|網路價|优惠价|價格|价格|\bprice|\bpreis|\bprix|\bprecio|\bprezzo|цена)[:：]?\s*"
    r"(?P<price>(?:NT\$|HK\$|US\$|[$€£¥￥₽])\s*\d[\d.,]*|\d[\d.,]*\s*(?:元|円|€|zł|kr|₽|руб))",
    re.IGNORECASE,
)


# A page repeats the same few class names thousands of times, so each is looked at once.
_remember = lru_cache(maxsize=4096)


@_remember
def names_price(marks: str) -> bool:
    """Whether class, id or name say that here stands a price."""
    return bool(PRICE_MARK.search(marks))


@_remember
def names_own_price(marks: str) -> bool:
    """… the one to pay."""
    return bool(OWN_PRICE_MARK.search(marks))


@_remember
def names_other_price(marks: str) -> bool:
    """… one that is not, or no longer, asked for."""
    return bool(OTHER_PRICE_MARK.search(marks))


@_remember
def names_elsewhere(marks: str) -> bool:
    """Whether class or id say that this is about other products, or the frame of the site."""
    return bool(ELSEWHERE_MARK.search(marks))


@_remember
def names_buying(marks: str) -> bool:
    """Whether class, id or name say that this puts the thing into the basket."""
    return bool(BUY_MARK.search(marks))
