"""Evidently's formulas with SciPy on the same rows; prints the seconds of the computation without reading the file."""
import json
import sys
import time

import numpy as np
import pandas as pd
import scipy
from scipy import stats
from scipy.spatial import distance as spatial

rows = pd.read_csv(sys.argv[1], dtype={"origin": str, "destination": str, "weekday": str}, keep_default_na=False)
reference, current = rows[rows.side == 0], rows[rows.side == 1]


def shares(r, c, numeric):
    if numeric and r.nunique() > 20:
        edges = np.histogram_bin_edges(pd.concat([r, c]).values, bins="sturges")
        return np.histogram(r, edges)[0] / len(r), np.histogram(c, edges)[0] / len(c)
    keys = list(set(r.unique()) | set(c.unique()))
    a, b = r.value_counts(), c.value_counts()
    return (np.array([s.get(k, 0) / n for k in keys]) for s, n in ((a, len(r)), (b, len(c))))


def filled(p):
    smallest = p[p != 0].min()
    return np.where(p == 0, smallest / 1e6 if smallest <= 1e-4 else 1e-4, p)


def psi(r, c, numeric):
    p, q = map(filled, shares(r, c, numeric))
    return np.sum((p - q) * np.log(p / q))


def jensenshannon(r, c, numeric):
    p, q = shares(r, c, numeric)
    return spatial.jensenshannon(p, q)


def chi_square(r, c):
    keys = list(set(r.unique()) | set(c.unique()))
    a, b = r.value_counts(), c.value_counts()
    expected = np.array([a.get(k, 0) for k in keys]) * (len(c) / len(r))
    observed = np.array([b.get(k, 0) for k in keys])
    with np.errstate(all="ignore"):
        return stats.chi2.sf(np.sum((observed - expected) ** 2 / expected), len(keys) - 1)


started = time.perf_counter()
result = {}
for name in ("hour", "distance", "delay"):
    r, c = reference[name].dropna(), current[name].dropna()
    result[name] = {
        "wasserstein": stats.wasserstein_distance(r, c) / max(np.std(r), 0.001),
        "ks": stats.ks_2samp(r, c).pvalue,
        "psi": psi(r, c, True),
        "jensenshannon": jensenshannon(r, c, True),
    }
for name in ("origin", "destination", "weekday"):
    r, c = reference[name].dropna(), current[name].dropna()
    result[name] = {
        "jensenshannon": jensenshannon(r, c, False),
        "psi": psi(r, c, False),
        "chi_square": chi_square(r, c),
    }
seconds = time.perf_counter() - started
print(json.dumps({"seconds": seconds, "scipy": scipy.__version__}))
for column, methods in result.items():
    for method, value in methods.items():
        print(column, method, repr(float(value)))
