"""实报 (Shibao): notes of the day in, a report without empty talk out."""

from bot import charsets

charsets.remember()
