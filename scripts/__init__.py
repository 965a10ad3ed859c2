"""Set-up, tests and pictures: what `make` calls. `setup` and what it imports run before any package is installed."""
