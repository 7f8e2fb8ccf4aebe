"""The ledger of problems: its items, their deadlines, and how both are talked about."""
