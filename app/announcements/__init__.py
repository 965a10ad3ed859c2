"""Owns: announcements above every page, and the versions of the community rules.

Announces: CharterPublished.
Never: changes a version that is in force.
中文: 公告, 公约.
"""
