"""Values and rules; no clock, no randomness, no IO."""
