"""Owns: uploaded and fetched pictures, their sizes, the files on disk.

Announces: nothing.
Never: who may see a post.
中文: 图片, 缩略图, 视频, 封面.
"""
