"""Owns: finding people, topics and products by name.

Announces: nothing.
Never: what the finder may not see.
中文: 搜索.
"""
