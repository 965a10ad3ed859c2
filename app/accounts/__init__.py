"""Owns: people, log-in, sessions, profile, language and theme.

Announces: AccountOpened, PasswordChanged.
Never: posts.
中文: 账号, 昵称, 橙V/金V/蓝V.
"""
