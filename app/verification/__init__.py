"""Owns: applications with private proof files, verifications, their expiry, levels and revocation.

Announces: VerificationGranted, ApplicationAnswered, VerificationEnding, VerificationEnded.
Never: a proof to anybody but staff with the right, nor without writing it down.
中文: 认证, 橙V, 金V, 蓝V, 补件.
"""
