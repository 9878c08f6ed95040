"""Numbers and times in running text, read with the data of a language pack."""
