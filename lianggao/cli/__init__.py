"""The command line: one file per verb. Nothing imports from here."""
