"""Second implementation of the statistics of stages/validation and of the clustered interval, in numpy, from the papers' formulas; it shares no line with
the TypeScript. Prints the vectors of test/fixtures/validation-vectors.json:  python3 tools/reference_vectors.py > test/fixtures/validation-vectors.json

Krippendorff (2011), alpha by the coincidence matrix. Liang and Zeger (1986), clustered variance of a mean. Angelopoulos, Duchi and Zrnic (2023), PPI++:
mean with the power-tuned lambda. Egami et al. (2023), DSL: mean of design-adjusted outcomes. Saerndal, Swensson and Wretman (1992): regression estimator
of a ratio with Hajek weights, linearised. Normal-normal model of rows, averaged over a flat prior of the variance between
them (Morris 1983)."""
import json
import numpy as np

T975 = {3: 3.182446305284263}


def alpha(units, metric):
    units = [u for u in units if len(u) >= 2]
    values = sorted({v for u in units for v in u})
    o = np.zeros((len(values), len(values)))
    for u in units:
        for i in range(len(u)):
            for j in range(len(u)):
                if i != j:
                    o[values.index(u[i]), values.index(u[j])] += 1 / (len(u) - 1)
    n_c = o.sum(axis=1)
    n = n_c.sum()
    d = np.zeros_like(o)
    for c in range(len(values)):
        for k in range(len(values)):
            lo, hi = min(c, k), max(c, k)
            d[c, k] = (c != k) if metric == 'nominal' else (n_c[lo:hi + 1].sum() - (n_c[c] + n_c[k]) / 2) ** 2
    return 1 - (o * d).sum() / ((np.outer(n_c, n_c) * d).sum() / (n - 1))


def clustered(articles):
    y = np.concatenate(articles)
    m, g, n = y.mean(), len(articles), len(y)
    v = g / (g - 1) * sum((np.sum(a) - m * len(a)) ** 2 for a in map(np.array, articles)) / n ** 2
    half = T975[g - 1] * np.sqrt(v)
    return {'squaredError': v, 'low': m - half, 'high': m + half}


def corpus(rng, n, n_coded):
    """A job: scores for all, codes for a Poisson sample of unequal probabilities, two sides, some called statements that do not count."""
    side = (rng.random(n) < 0.45).astype(int)
    article = np.sort(rng.integers(0, n // 3, n))
    year = 2010 + rng.integers(0, 6, n)
    coded = np.clip(np.round(2 * (0.2 - 0.4 * side + 0.5 * rng.standard_normal(n))) / 2, -1, 1)
    counts = (rng.random(n) < 0.8).astype(float)
    score = np.round(np.tanh(0.6 * coded * counts + 0.1 * side + 0.25 * rng.standard_normal(n)), 6)
    p = np.clip(n_coded / n * (0.6 + 0.8 * (score > 0)), 0, 1)
    drawn = rng.random(n) < p
    return dict(side=side, article=article, year=year, tone=coded * counts, counts=counts, score=score, p=p, drawn=drawn)


def wls(x, y, w):
    return np.linalg.solve(x.T @ (w[:, None] * x), x.T @ (w * y))


def design(d):
    """Hajek-weighted difference estimator of a ratio, the slope from the regression on 1, score, side, drift: all statements called relevant."""
    s = d['drawn']
    w, f, y, r = 1 / d['p'][s], d['score'][s], d['tone'][s], d['counts'][s]
    yr = d['year'][s]
    x = np.column_stack([np.ones(s.sum()), f, d['side'][s], (yr - np.average(yr, weights=w)) / 10])
    bt = wls(x, y, w)
    lam = bt[1]
    fbar = d['score'].mean()
    share = np.average(r, weights=w)
    theta = np.average(y - lam * (f - fbar), weights=w) / share
    e = w * (y - theta * r - lam * (f - fbar))
    arts = d['article'][s]
    sums = np.array([e[arts == a].sum() for a in np.unique(arts)])
    g = len(sums)
    own = g / (g - 1) * (sums ** 2).sum() / w.sum() ** 2 / share ** 2
    fa = d['article']
    fs = np.array([(d['score'][fa == a] - fbar).sum() for a in np.unique(fa)])
    gf = len(fs)
    frame_error = gf / (gf - 1) * (fs ** 2).sum() / len(fa) ** 2
    return {'slope': lam, 'mean': theta, 'variance': own + lam ** 2 * frame_error / share ** 2, 'frameMean': fbar, 'frameError': frame_error,
            'frameArticles': gf, 'frameYear': d['year'].mean(), 'frameSide': d['side'].mean()}


def predicted(d, frame_mean, frame_side, frame_year):
    """The model's prediction of a row and its sandwich variance."""
    s = d['drawn']
    w, f, y, r = 1 / d['p'][s], d['score'][s], d['tone'][s], d['counts'][s]
    yr = d['year'][s]
    centre = np.average(yr, weights=w)
    x = np.column_stack([np.ones(s.sum()), f, d['side'][s], (yr - centre) / 10])
    bt, br = wls(x, y, w), wls(x, r, w)
    row = np.array([1, frame_mean, frame_side, (frame_year - centre) / 10])
    share = row @ br
    theta = row @ bt / share
    e = (y - theta * r) - x @ (bt - theta * br)
    bread = np.linalg.inv(x.T @ (w[:, None] * x))
    n, k = x.shape
    v = n / (n - k) * row @ bread @ (x.T @ (((w * e) ** 2)[:, None] * x)) @ bread @ row / share ** 2
    return {'mean': theta, 'share': share, 'squaredError': v}


def ppi_plus_plus(y, f, rest):
    """Mean of y with predictions f on the labelled and `rest` on the unlabelled: power-tuned lambda, estimate, variance."""
    n, m = len(y), len(rest)
    both = np.concatenate([f, rest])
    lam = np.cov(y, f, bias=True)[0, 1] / ((1 + n / m) * np.var(f))
    return {'lambda': lam, 'mean': lam * rest.mean() + (y - lam * f).mean(), 'labelledOfAll': n / (n + m), 'all': both.tolist()}


def dsl(d, lam):
    """Ratio of two means of design-adjusted outcomes, prediction + drawn / p * (code - prediction), p scaled so that the weights add up to all."""
    n, s = len(d['drawn']), d['drawn']
    p = d['p'] * (1 / d['p'][s]).sum() / n
    tone = lam * d['score'] + s / p * (d['tone'] - lam * d['score'])
    return tone.mean() / (s / p * d['counts']).mean()


def spread(rows, own):
    grid = 0.5 * (np.arange(50) + 0.5) / 50
    m, v = np.array(rows).T
    logs = np.array([-0.5 * (np.log(v + s ** 2) + m ** 2 / (v + s ** 2)).sum() for s in grid])
    chance = grid * np.exp(logs - logs.max())
    chance /= chance.sum()
    k = grid ** 2 / (grid ** 2 + own[1])
    means = k * own[0]
    mean = (chance * means).sum()
    var = (chance * (grid ** 2 * (1 - k) + means ** 2)).sum() - mean ** 2
    return {'mean': mean, 'squaredError': var, 'kept': (chance * k).sum()}


def main():
    rng = np.random.default_rng(20231)
    # Krippendorff 2011, example C: four observers, twelve units, gaps.
    reliability = [[1, 1, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2], [1, 2, 3, 4], [4, 4, 4, 4], [1, 1, 2, 1], [2, 2, 2, 2], [5, 5, 5],
                   [1, 1], [3]]
    drawn = [[int(v) for v in rng.integers(-2, 3, 2)] for _ in range(6)] + [[-2, -2, -1], [0, 0], [1, 2], [2, 2, 2], [-1, -1], [0, 1]]
    d = corpus(rng, 240, 120)
    s = d['drawn']
    equal = dict(y=rng.normal(0, 0.5, 40))
    equal['f'] = 0.5 * equal['y'] + rng.normal(0, 0.2, 40)
    rest = rng.normal(0, 0.3, 160)
    rows = [[0.12, 0.01], [-0.2, 0.02], [0.05, 0.005], [0.3, 0.03], [-0.08, 0.015]]
    out = {
        'alpha': [{'units': u, 'nominal': alpha(u, 'nominal'), 'ordinal': alpha(u, 'ordinal')} for u in (reliability, drawn)],
        'clustered': clustered([[0.5, 0.4, 0.6], [-0.2, -0.1], [0.1], [-0.7, -0.3, -0.5, -0.6]]),
        'job': {
            'items': [{'weight': 1 / d['p'][i], 'score': d['score'][i], 'truth': d['counts'][i], 'truthTone': d['tone'][i], 'article': int(d['article'][i]),
                       'side': int(d['side'][i]), 'year': int(d['year'][i])} for i in np.flatnonzero(s)],
            'statements': len(s), 'design': design(d), 'dsl': dsl(d, design(d)['slope']), 'row': {'mean': -0.05, 'side': 0.3, 'year': 2012.5}, 'predicted': predicted(d, -0.05, 0.3, 2012.5),
        },
        'ppi': {'y': equal['y'].tolist(), 'f': equal['f'].tolist(), **ppi_plus_plus(equal['y'], equal['f'], rest)},
        'spread': {'rows': rows, 'own': rows[1], **spread(rows, rows[1])},
    }
    print(json.dumps(out, indent=1))


main()
