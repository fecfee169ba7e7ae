"""Writes a made-up terrain as plain singles with an ENVI header: N posts a side, STEP metres apart, UTM 35 N.

Value noise in octaves from 512 posts down to 2, each half as high as the one before; 400 m for the largest.
"""
import sys

import numpy as np

path, n, step = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
rng = np.random.default_rng(1)
z = np.zeros((n, n), np.float32)
size, height = 512, 400.0
while size >= 2:
    lattice = rng.random((n // size + 2, n // size + 2)).astype(np.float32)
    i = np.arange(n) // size
    f = np.arange(n) % size / size
    s = (f * f * (3 - 2 * f)).astype(np.float32)
    north = lattice[i][:, i] * (1 - s) + lattice[i][:, i + 1] * s
    south = lattice[i + 1][:, i] * (1 - s) + lattice[i + 1][:, i + 1] * s
    z += height * (north * (1 - s[:, None]) + south * s[:, None])
    size, height = size // 2, height / 2
z.tofile(path)
half = n * step / 2
with open(path.rsplit(".", 1)[0] + ".hdr", "w") as header:
    header.write(
        f"ENVI\nsamples = {n}\nlines = {n}\nbands = 1\nheader offset = 0\ndata type = 4\n"
        "interleave = bsq\nbyte order = 0\n"
        f"map info = {{UTM, 1, 1, {500000 - half}, {6000000 + half}, {step}, {step}, 35, North, WGS-84}}\n"
    )
