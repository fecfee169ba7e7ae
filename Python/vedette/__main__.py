"""`python -m vedette` is `vedette`."""

from ._program import main

main()
