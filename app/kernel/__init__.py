"""The ground floor: database, transactions, events, jobs, clock, security, text.

Owns: everything that knows no word of the trade.
Never: an import from a domain above.
"""
