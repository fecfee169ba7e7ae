"""The flight that `vedette measure` times, by SciPy's DOP853: flights a second and miss at the ground.

Same physics: J2, rotating WGS-84 Earth, US-1976 density, drag; geodetic height nought ends it.
"""
import math
import sys
import time

import numpy as np
from scipy.integrate import solve_ivp

MU, A, F, W, J2 = 3.986004418e14, 6378137.0, 1 / 298.257223563, 7.292115e-5, 1.082629821313e-3
E2 = F * (2 - F)
SECOND = E2 / (1 - E2)
DRAG = 0.5 / 10_000
LAYERS = [(0, 288.15, -0.0065), (11e3, 216.65, 0), (20e3, 216.65, 0.001), (32e3, 228.65, 0.0028),
          (47e3, 270.65, 0), (51e3, 270.65, -0.0028), (71e3, 214.65, -0.002)]
GAS = 8314.32 / 28.9644
PRESSURES = [101325.0]
for (h, t, l), (h2, _, _) in zip(LAYERS, LAYERS[1:]):
    PRESSURES.append(PRESSURES[-1] * (math.exp(-9.80665 * (h2 - h) / (GAS * t)) if l == 0
                                      else (t / (t + l * (h2 - h))) ** (9.80665 / (GAS * l))))
HIGH = [(86e3, 6.958e-6), (90e3, 3.416e-6), (100e3, 5.604e-7), (110e3, 9.708e-8), (120e3, 2.222e-8),
        (130e3, 8.152e-9), (140e3, 3.831e-9), (150e3, 2.076e-9), (160e3, 1.233e-9), (180e3, 5.194e-10)]


def density(altitude):
    if altitude > 86e3:
        for (a, p), (b, q) in zip(HIGH, HIGH[1:]):
            if altitude <= b:
                return p * (q / p) ** ((altitude - a) / (b - a))
        return 0.0
    height = 6356766 * altitude / (6356766 + altitude)
    i = max(k for k, layer in enumerate(LAYERS) if layer[0] <= max(height, 0))
    foot, t, l = LAYERS[i]
    here = t + l * (height - foot)
    pressure = PRESSURES[i] * (math.exp(-9.80665 * (height - foot) / (GAS * t)) if l == 0
                               else (t / here) ** (9.80665 / (GAS * l)))
    return pressure / (GAS * here)


def altitude(y):
    r2 = y[0] * y[0] + y[1] * y[1] + y[2] * y[2]
    return math.sqrt(r2) - A / math.sqrt(1 + SECOND * y[2] * y[2] / r2)


def rate(_, y):
    x, yy, z, vx, vy, vz = y
    r2 = x * x + yy * yy + z * z
    r = math.sqrt(r2)
    s2 = z * z / r2
    g = -MU / (r2 * r)
    q = 1.5 * J2 * A * A / r2
    k = -DRAG * density(altitude(y)) * math.sqrt(vx * vx + vy * vy + vz * vz)
    plane, along = g * (1 + q * (1 - 5 * s2)) + W * W, g * (1 + q * (3 - 5 * s2))
    return [vx, vy, vz, plane * x + 2 * W * vy + k * vx, plane * yy - 2 * W * vx + k * vy,
            along * z + k * vz]


def ground(_, y):
    return altitude(y)


ground.terminal, ground.direction = True, -1


def position(latitude, longitude, height):
    n = A / math.sqrt(1 - E2 * math.sin(latitude) ** 2)
    return np.array([(n + height) * math.cos(latitude) * math.cos(longitude),
                     (n + height) * math.cos(latitude) * math.sin(longitude),
                     (n * (1 - E2) + height) * math.sin(latitude)])


def main():
    rtol = float(sys.argv[1]) if len(sys.argv) > 1 else 1e-8
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 3.0
    la, lo, e = math.radians(54), math.radians(25), math.radians(40)
    north = np.array([-math.sin(la) * math.cos(lo), -math.sin(la) * math.sin(lo), math.cos(la)])
    up = np.array([math.cos(la) * math.cos(lo), math.cos(la) * math.sin(lo), math.sin(la)])
    start = np.concatenate([position(la, lo, 40e3), (north * math.cos(e) + up * math.sin(e)) * 2300])
    end = position(math.radians(59.4135432172), math.radians(25.1881279214), 0)
    flights, began = 0, time.perf_counter()
    while time.perf_counter() - began < seconds:
        flown = solve_ivp(rate, (0, 2000), start, method="DOP853", rtol=rtol, atol=rtol * 1e3,
                          events=ground)
        flights += 1
    taken = time.perf_counter() - began
    print(f"{flights / taken:.1f} {np.linalg.norm(flown.y_events[0][0][:3] - end):.3f}")


main()
