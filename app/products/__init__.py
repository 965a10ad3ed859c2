"""Owns: products, prices seen over time, links and what is behind them, disclosure rules.

Announces: LinkPasted, LinkResolved.
Never: posts; a price that nobody saw.
中文: 商品, 商品卡, 价格, 广告标识, 去看看.
"""
