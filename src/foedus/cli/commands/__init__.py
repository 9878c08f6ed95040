"""One module for each family of commands; each function takes the parsed arguments and gives an exit code."""
