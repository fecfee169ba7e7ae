"""First arrivals over a square of N posts a side from its middle by scikit-fmm; CPU seconds and the largest error."""
import resource
import sys

import numpy as np
import skfmm

n = int(sys.argv[1])
phi = np.ones((n, n))
phi[n // 2, n // 2] = -1
before = resource.getrusage(resource.RUSAGE_SELF)
time = skfmm.travel_time(phi, np.ones((n, n)), dx=1.0)
after = resource.getrusage(resource.RUSAGE_SELF)
x = np.arange(n) - n // 2
# the front starts half a post from the middle
error = np.abs(time + 0.5 - np.hypot(x[None, :], x[:, None]))
print(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, float(error[time > 1].max()))
