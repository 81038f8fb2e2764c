"""Renders the sites of the bassins; MkDocs finds the macros of editors here."""
