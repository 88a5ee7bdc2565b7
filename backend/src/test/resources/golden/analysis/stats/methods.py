"""Writes methods.json: generated samples with the values of independent tools.

Made with Python 3.11, NumPy 1.24.2 and SciPy 1.10.1:  python3 methods.py > methods.json
The formulas are Evidently's, written out here with SciPy's functions; cases are value tables (value, reference count,
current count) and are expanded to rows before anything is computed.
"""
import json
import math
import sys
import warnings

import numpy as np
from scipy import stats
from scipy.spatial import distance

warnings.filterwarnings("ignore")
rng = np.random.default_rng(20010101)


def shares(r, c, numeric):
    if numeric and len(np.unique(r)) > 20:
        edges = np.histogram_bin_edges(np.concatenate([r, c]), bins="sturges")
        return np.histogram(r, edges)[0] / len(r), np.histogram(c, edges)[0] / len(c)
    keys = np.unique(np.concatenate([r, c]))
    return (np.array([np.sum(s == k) / len(s) for k in keys]) for s in (r, c))


def filled(p):
    smallest = p[p > 0].min()
    return np.where(p == 0, smallest / 1e6 if smallest <= 1e-4 else 1e-4, p)


def both(r, c, numeric):
    p, q = shares(r, c, numeric)
    pf, qf = filled(p), filled(q)
    return {
        "psi": np.sum((pf - qf) * np.log(pf / qf)),
        "jensenshannon": distance.jensenshannon(p, q),
        "kl_div": stats.entropy(pf, qf),
    }


def numeric(r, c):
    out = both(r, c, True)
    out["ks"] = stats.ks_2samp(r, c).pvalue
    out["wasserstein"] = stats.wasserstein_distance(r, c) / max(np.std(r), 0.001)
    out["energy_distance"] = stats.energy_distance(r, c)
    edges = np.histogram_bin_edges(np.unique(np.concatenate([r, c])), bins="sturges")
    h = np.histogram(r, edges)[0] / len(r), np.histogram(c, edges)[0] / len(c)
    out["hellinger"] = math.sqrt(np.sum((np.sqrt(h[0]) - np.sqrt(h[1])) ** 2) / 2)
    out["mann_whitney"] = stats.mannwhitneyu(r, c).pvalue
    out["mann_whitney_less"] = stats.mannwhitneyu(r, c, alternative="less").pvalue
    if len(np.unique(np.concatenate([r, c]))) > 1:
        out["anderson"] = stats.anderson_ksamp([r, c]).significance_level
        out["t_test"] = stats.ttest_ind(r, c).pvalue
    if min(len(r), len(c)) >= 2:
        out["cramer_von_mises"] = stats.cramervonmises_2samp(r, c).pvalue
    if min(len(r), len(c)) >= 5 and stats.iqr(np.concatenate([r, c])) > 0:
        out["epps_singleton"] = stats.epps_singleton_2samp(r, c).pvalue
    return out


def category(r, c):
    out = both(r, c, False)
    keys = np.unique(np.concatenate([r, c]))
    o, e = (np.array([np.sum(s == k) for k in keys]) for s in (c, r))
    p, q = e / len(r), o / len(c)
    scaled = e * len(c) / len(r)
    if len(keys) > 1:
        with np.errstate(all="ignore"):
            out["chi_square"] = stats.chi2.sf(np.sum((o - scaled) ** 2 / scaled), len(keys) - 1)
            g = 2 * np.sum(np.where(o > 0, o * np.log(np.maximum(o, 1e-300) / scaled), 0))
            out["g_test"] = stats.chi2.sf(g, len(keys) - 1)
        rest = 1 - p[0], 1 - q[0]
        pool = (rest[0] * len(r) + rest[1] * len(c)) / (len(r) + len(c))
        z = (rest[0] - rest[1]) / math.sqrt(pool * (1 - pool) * (1 / len(r) + 1 / len(c)))
        out["z"] = 2 * (1 - stats.norm.cdf(abs(z)))
        chi2 = stats.chi2_contingency([e, o], correction=False)[0]
        out["cramers_v"] = math.sqrt(chi2 / (len(r) + len(c)))
    if len(keys) == 2:
        out["fisher_exact"] = stats.fisher_exact([e, o])[1]
    out["hellinger"] = math.sqrt(np.sum((np.sqrt(p) - np.sqrt(q)) ** 2) / 2)
    out["linf"] = np.max(np.abs(p - q))
    return out


def table(r, c):
    values = np.unique(np.concatenate([r, c]))
    return [[float(v), int(np.sum(r == v)), int(np.sum(c == v))] for v in values]


def case(name, kind, rows):
    values = np.array([row[0] for row in rows])
    r = np.repeat(values, [row[1] for row in rows])
    c = np.repeat(values, [row[2] for row in rows])
    r, c = rng.permutation(r), rng.permutation(c)
    expected = numeric(r, c) if kind == "number" else category(r, c)
    clean = {k: float(v) for k, v in expected.items() if not math.isnan(v)}
    return {"name": name, "type": kind, "rows": rows, "expected": clean}


def numbers():
    n = rng.normal
    yield "normal", n(size=50), n(size=80)
    yield "shifted", n(size=60), n(0.7, 1, size=40)
    yield "wider", n(size=100), n(0, 2, size=100)
    yield "pooled size is a power of two", n(size=200), n(size=312)
    yield "lognormal", rng.lognormal(0, 2, 90), rng.lognormal(0.2, 2, 110)
    yield "large offset", 1e9 + n(size=60), 1e9 + n(0.3, 1, size=70)
    yield "tiny unit", 1e-12 * n(size=60), 1e-12 * n(size=50)
    yield "huge unit", 1e15 * n(size=60), 1e15 * n(size=50)
    yield "few rows", n(size=5), n(size=6)
    yield "six against seven", n(size=6), n(0.5, 1, size=7)
    yield "three rows", n(size=3), n(size=40)
    yield "one row", n(size=40), n(size=1)
    yield "twenty rows with ties", rng.integers(0, 8, 12).astype(float), rng.integers(0, 9, 20).astype(float)
    yield "eight without ties", n(size=8), n(size=30)
    yield "few values", rng.integers(0, 6, 300).astype(float), rng.integers(0, 7, 200).astype(float)
    yield "twenty values", rng.permutation(np.arange(300) % 20.0), rng.integers(0, 24, 200).astype(float)
    yield "twenty-one values", rng.permutation(np.arange(300) % 21.0), rng.integers(0, 24, 200).astype(float)
    yield "many zeros", np.where(rng.random(300) < 0.6, 0, rng.exponential(1, 300)), np.where(
        rng.random(250) < 0.5, 0, rng.exponential(1, 250))
    yield "constant reference", np.full(50, 3.0), 3 + n(size=40)
    yield "disjoint", n(size=60), 100 + n(size=60)
    yield "outlier", np.append(n(size=80), 1e6), n(size=81)
    yield "equal", np.arange(100) / 7, np.arange(100) / 7
    for index in range(25):
        size = rng.integers(5, 200, 2)
        scale = 10.0 ** rng.integers(-3, 4)
        digits = int(rng.integers(0, 4))
        r = np.round(n(size=size[0]), digits) * scale
        yield f"random {index}", r, np.round(n(rng.normal() / 3, rng.uniform(0.7, 1.5), size[1]), digits) * scale


def tables():
    for name, r, c in numbers():
        yield case(name, "number", table(r, c))
    grid = np.round(np.linspace(-3, 3, 200), 3)
    for n, m, shift in ((10_000, 9_999, 0.03), (10_000, 4_000, 0.02), (9_000, 9_000, 0), (30_000, 200, 0.1),
                        (30_000, 21_000, 0.01), (400_000, 300_000, 0.003), (200_000, 7_000, 0.02)):
        weights = np.exp(-grid ** 2 / 2), np.exp(-(grid - shift) ** 2 / 2)
        r, c = (rng.multinomial(k, w / w.sum()) for k, w in zip((n, m), weights))
        rows = [[float(v), int(a), int(b)] for v, a, b in zip(grid, r, c) if a + b]
        yield case(f"{n} against {m}", "number", rows)
    for index in range(25):
        k = int(rng.choice([1, 2, 2, 2, 3, 7, 40]))
        n, m = rng.integers(5, 400, 2)
        p = rng.dirichlet(np.full(k, 2.0))
        q = p if rng.random() < 0.5 else rng.dirichlet(np.full(k, 20.0) * (p + 0.1))
        rows = [[float(i), int(a), int(b)] for i, (a, b) in
                enumerate(zip(rng.multinomial(n, p), rng.multinomial(m, q))) if a + b]
        yield case(f"categories {index}: {k}", "category", rows)
    yield case("two categories, large", "category", [[0.0, 100_000, 90_500], [1.0, 1_200, 1_000]])
    yield case("two categories, uneven", "category", [[0.0, 7_050, 7_634], [1.0, 1_950, 2_366]])
    yield case("two categories, few against many", "category", [[0.0, 18_700, 225], [1.0, 5_300, 75]])


def distributions():
    for n in (1, 2, 5, 10, 50, 140, 141, 200, 1000, 5000, 19_999, 20_001, 100_000, 1_000_000):
        for z in (0.2, 0.5, 0.7, 0.9, 1.2, 1.5, 1.9, 2.5, 3.5):
            d = z / math.sqrt(n)
            if d < 1:
                yield {"n": n, "d": d, "survival": float(stats.kstwo.sf(d, n))}


if __name__ == "__main__":
    cases = ",\n".join(json.dumps(c) for c in tables())
    kolmogorov = ",\n".join(json.dumps(c) for c in distributions())
    sys.stdout.write('{"cases": [\n' + cases + '\n],\n"kolmogorov": [\n' + kolmogorov + "\n]}\n")
