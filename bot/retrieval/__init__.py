"""Finding passages: clauses, keyword and vector search, fusion, embedding."""
