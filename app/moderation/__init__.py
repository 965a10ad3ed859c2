"""Owns: reports gathered into cases, decisions, strikes, appeals, proposals for a second member of staff, bulk jobs.

Announces: ThingReported, CaseDecided, DecisionMade, DecisionUndone, AppealFiled, AppealDecided, ProposalMade, Bulk….
Never: decides in secret; every decision reaches whom it is about, with its reason.
中文: 举报, 处理, 记录, 申诉.
"""
