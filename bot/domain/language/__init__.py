"""Chinese as an office types it: numerals, quantities, days, clocks, names, sentences. Knows nothing of reports."""
