"""Filtered and smoothed shares and the evidence of random hidden Markov models by hmmlearn, as rows of cases.

The models come from a generator of a few letters, so that the test makes the same ones:
x' = (1103515245 x + 12345) mod 2^31, u = x / 2^31; start, rows of the matrix, then likelihoods day by day.
With --time STATES DAYS it prints the seconds of one pass forward and back instead.
"""
import sys
import time

import numpy as np
from hmmlearn import __version__, _hmmc


def model(states, days, seed):
    x = seed

    def draw():
        nonlocal x
        x = (1103515245 * x + 12345) % 2**31
        return (x + 0.5) / 2**31

    start = np.array([draw() for _ in range(states)])
    matrix = np.array([[draw() for _ in range(states)] for _ in range(states)])
    likelihood = np.array([[draw() for _ in range(states)] for _ in range(days)])
    return start / start.sum(), matrix / matrix.sum(axis=1, keepdims=True), likelihood


def passes(states, days, seed):
    start, matrix, likelihood = model(states, days, seed)
    frame = np.log(likelihood)
    evidence, forward = _hmmc.forward_log(start, matrix, frame)
    backward = _hmmc.backward_log(start, matrix, frame)
    filtered = np.exp(forward - np.logaddexp.reduce(forward, axis=1, keepdims=True))
    both = forward + backward
    smoothed = np.exp(both - np.logaddexp.reduce(both, axis=1, keepdims=True))
    return evidence, filtered, smoothed


if "--time" in sys.argv:
    states, days = map(int, sys.argv[-2:])
    models = [model(states, days, seed) for seed in range(1, 41)]
    taken = []
    for method in ("log", "scaling"):
        begun = time.perf_counter()
        for start, matrix, likelihood in models:
            if method == "log":
                frame = np.log(likelihood)
                forward = _hmmc.forward_log(start, matrix, frame)[1]
                both = forward + _hmmc.backward_log(start, matrix, frame)
                np.exp(both - np.logaddexp.reduce(both, axis=1, keepdims=True))
            else:
                _, forward, scale = _hmmc.forward_scaling(start, matrix, likelihood)
                both = forward * _hmmc.backward_scaling(start, matrix, likelihood, scale)
                both / both.sum(axis=1, keepdims=True)
        taken.append((time.perf_counter() - begun) / len(models))
    print(*taken)
    sys.exit()
sizes = [(2, 30, 1), (3, 100, 2), (5, 250, 3), (8, 60, 4), (12, 400, 5), (15, 1000, 6)]
for name, pick in [
    ("evidence", lambda e, f, s, d: e),
    ("filtered", lambda e, f, s, d: f[d // 2, 0]),
    ("smoothed", lambda e, f, s, d: s[d // 2, 0]),
]:
    with open(f"Cases/hidden-{name}.case", "w") as file:
        print(f"subject: hidden.{name}", file=file)
        print(
            f'source: "hmmlearn {__version__}, Scripts/peers/hidden_chain.py; random models, the first state in '
            'the middle of the days"',
            file=file,
        )
        print("rows:", file=file)
        for states, days, seed in sizes:
            value = pick(*passes(states, days, seed), days)
            print(
                f"  - {{given: {{states: {states}, days: {days}, seed: {seed}}}, expect: {value:.13g}, within: 1e-10}}",
                file=file,
            )
