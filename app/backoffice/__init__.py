"""Owns: the pages for staff at /admin; doors and what they show, every act calls an operation below.

Never: a page or act without one permission of accounts.rules.PERMISSIONS; staff without a second factor.
中文: 管理后台.
"""
