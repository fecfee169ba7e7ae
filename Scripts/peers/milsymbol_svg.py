"""Prints what milsymbol draws: a symbol code and the SHA-256 of its SVG a line.

usage: milsymbol_svg.py [CODE …]; without codes, every symbol that the package has.
"""

import hashlib
import sys

from milsymbol import Symbol
from milsymbol.symbol import _load_number_data

for code in sys.argv[1:] or sorted(_load_number_data()):
    print(code, hashlib.sha256(Symbol(code).as_svg().encode()).hexdigest())
