"""Hostile files to text, in a child process with limits."""
