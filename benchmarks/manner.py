"""Fit the weights of `claimcheck.recognise.manner` on the answers of tests/pages, and print them.

What it prints of walls and articles is cross-validated by outlet. The pages are those that no sure sign decides.
"""

from urllib.parse import urlsplit

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from tests.pages.answers import PAGES, Answer, read_answer

from claimcheck.extract.document import look_at
from claimcheck.extract.sniff import HTML
from claimcheck.recognise.manner import Manner, has_telling_manner, manner_of
from claimcheck.recognise.said import Said

RIDGE = 0.3
FOLDS = 10
SHARES = (0.002, 0.005, 0.01)
"""Articles that may be taken for walls."""


def main() -> None:
    pages = [(answer, look_at(answer.body)) for answer in map(read_answer, PAGES) if _is_alike(answer)]
    seen = [(answer, sight, Said(sight)) for answer, sight in pages]
    seen = [one for one in seen if has_telling_manner(one[0].visit, *one[1:])]
    manners = np.array([manner_of(answer.visit, sight, said) for answer, sight, said in seen])
    stands = np.array(["ok" not in answer.expected for answer, *_ in seen])
    hosts = [urlsplit(answer.visit.cited_url).hostname for answer, *_ in seen]
    model = make_pipeline(StandardScaler(), LogisticRegression(C=RIDGE))
    odds = cross_val_predict(
        model, manners, stands, groups=hosts, cv=GroupKFold(FOLDS), method="decision_function"
    )
    for share in SHARES:
        least = np.quantile(odds[~stands], 1 - share)
        print(
            f"from {least:.2f} on: {(odds[stands] >= least).mean():.2f} of {stands.sum()} that stand in an article's place, {share:.1%} of {(~stands).sum()} articles"
        )
    scaler, fitted = (step for _, step in model.fit(manners, stands).steps)
    weights = fitted.coef_[0] / scaler.scale_
    print(f"INTERCEPT = {fitted.intercept_[0] - weights @ scaler.mean_:.2f}")
    print("WEIGHTS =", Manner(*(round(float(weight), 2) for weight in weights)))


def _is_alike(answer: Answer) -> bool:
    """Leave out what is no page, and what is told by its end: a text that a payment breaks off."""
    return answer.body.content_type in HTML and not answer.expected & {"partial", "paywall"}
