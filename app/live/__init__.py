"""Owns: socket rooms and who may join them.

Announces: nothing.
Never: HTML, rules; it says that something is there, the page fetches how it looks.
中文: 实时, 新微博提示.
"""
