"""Stand-ins for outside services, real over HTTP; they record what they are asked, and obey."""
