"""The demo world: people, posts, products and pictures that a fresh site starts with.

Owns: no table. Texts in `content/`, pictures in `drawing/`, both the same for the same seed.
Announces: nothing of its own; the world is made through the operations of the other domains.
Never: text or pictures taken from somewhere else.
中文: 演示世界, 演示账号, 演示微博
"""
