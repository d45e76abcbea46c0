"""Turn finished pages into PDF files for paper: a handbook, a poster and cards."""
