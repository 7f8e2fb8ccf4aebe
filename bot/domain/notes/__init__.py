"""A day's messages become utterances, corrections are applied, events, facts and gaps are read off."""
