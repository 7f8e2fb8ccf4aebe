"""The writers: rules that are always there, and a model that proposes words."""
