"""Reports as files to hand on: Word, bulletin, table, picture, plain text. Nothing is decided or stored here."""
