"""The two learners: clues and right answers go in, weights come out.

Both are convex, both start from zero and both are fitted by L-BFGS, so the same data give the same weights. Needs scipy.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from citeaudit.extras import load_extra

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

np = load_extra("numpy", extra="train")
minimize = load_extra("scipy.optimize", extra="train").minimize
csr_matrix = load_extra("scipy.sparse", extra="train").csr_matrix


@dataclass(slots=True)
class Examples:
    """
    The examples of one decision, clues as numbers.

    Each row is a candidate; *starts* says where each example's candidates begin. *right* holds the row of the right candidate of
    each example (choices), or 1 and 0 for each row (yes or no). *articles* is the number of each example's article.
    """

    vocabulary: dict[str, int] = field(default_factory=dict)
    columns: array[int] = field(default_factory=lambda: array("i"))
    ends: array[int] = field(default_factory=lambda: array("q", [0]))
    starts: array[int] = field(default_factory=lambda: array("q", [0]))
    right: array[int] = field(default_factory=lambda: array("q"))
    articles: array[int] = field(default_factory=lambda: array("i"))

    def add_choice(self, clues: Sequence[Iterable[str]], right: int, article: int) -> None:
        """Add an example: the clues of each candidate, and which of them is right."""
        for candidate in clues:
            self._add_row(candidate)
        self.right.append(self.starts[-1] + right)
        self.starts.append(len(self.ends) - 1)
        self.articles.append(article)

    def add_answer(self, clues: Iterable[str], article: int, *, is_right: bool) -> None:
        """Add an example of a yes-or-no decision."""
        self._add_row(clues)
        self.right.append(int(is_right))
        self.articles.append(article)

    def _add_row(self, clues: Iterable[str]) -> None:
        vocabulary = self.vocabulary
        for clue in clues:
            number = vocabulary.get(clue)
            if number is None:
                number = vocabulary[clue] = len(vocabulary)
            self.columns.append(number)
        self.ends.append(len(self.columns))


@dataclass(frozen=True, slots=True)
class Penalty:
    """
    How hard the weight of a clue is pulled to zero: *least*, and *rising* times the root of how often the clue occurs.

    With what rises, common clues share the work out among many, and rare ones say more of what they know. That is what learning with clues left out
    at random does, without the chance in it (Wager, Wang and Liang, "Dropout training as adaptive regularization", 2013).
    """

    least: float
    rising: float = 0.0

    def of(self, matrix: Any) -> Any:
        """Return the penalty of each column of *matrix*."""
        return self.least + self.rising * np.sqrt(np.bincount(matrix.indices, minlength=matrix.shape[1]))


@dataclass(slots=True)
class Fitted:
    """The examples of one decision as a matrix, ready to be fitted on any part of the articles."""

    names: list[str]
    matrix: Any
    starts: Any
    right: Any
    articles: Any
    is_choice: bool

    def fit(self, kept: Any, penalty: Penalty, iterations: int = 80) -> dict[str, float]:
        """Return the weights learned from the articles for which *kept* (a row of booleans by article) is true."""
        chosen = kept[self.articles]
        if self.is_choice:
            lengths = np.diff(self.starts)
            rows = np.repeat(chosen, lengths)
            matrix = self.matrix[rows]
            lengths = lengths[chosen]
            starts = np.concatenate(([0], np.cumsum(lengths)))
            right = starts[:-1] + (self.right - self.starts[:-1])[chosen]
            weights = _fit_choice(matrix, starts, right, penalty.of(matrix), iterations)
        else:
            matrix = self.matrix[chosen]
            weights = _fit_answer(matrix, self.right[chosen].astype(float), penalty.of(matrix), iterations)
        return {self.names[number]: float(weights[number]) for number in np.nonzero(weights)[0]}


def freeze(examples: Examples, least: int, *, is_choice: bool) -> Fitted:
    """Return *examples* as a matrix of the clues that occur in at least *least* rows."""
    columns = np.frombuffer(examples.columns, dtype=np.int32)
    ends = np.frombuffer(examples.ends, dtype=np.int64)
    counts = np.bincount(columns, minlength=len(examples.vocabulary))
    kept = counts >= least
    numbers = np.cumsum(kept) - 1
    mask = kept[columns]
    lengths = np.concatenate(([0], np.cumsum(mask)))[ends]
    indices = numbers[columns[mask]]
    data = np.ones(len(indices), dtype=np.float64)
    matrix = csr_matrix((data, indices, lengths), shape=(len(ends) - 1, int(kept.sum())))
    names = [name for name, keep in zip(examples.vocabulary, kept, strict=True) if keep]
    return Fitted(
        names,
        matrix,
        np.frombuffer(examples.starts, dtype=np.int64),
        np.frombuffer(examples.right, dtype=np.int64),
        np.frombuffer(examples.articles, dtype=np.int32),
        is_choice,
    )


def _fit_answer(matrix: Any, right: Any, penalty: Any, iterations: int) -> Any:
    """Logistic regression with an L2 penalty, one for each column."""
    turned = matrix.T.tocsr()
    sign = 2 * right - 1

    def loss(weights: Any) -> tuple[float, Any]:
        margin = sign * (matrix @ weights)
        value = np.logaddexp(0, -margin).sum() + 0.5 * (penalty * weights) @ weights
        slope = turned @ (-sign / (1 + np.exp(np.clip(margin, -500, 500)))) + penalty * weights
        return value, slope

    return _descend(loss, matrix.shape[1], iterations)


def _fit_choice(matrix: Any, starts: Any, right: Any, penalty: Any, iterations: int) -> Any:
    """Softmax over the candidates of each example, with an L2 penalty, one for each column."""
    turned = matrix.T.tocsr()
    heads, lengths = starts[:-1], np.diff(starts)
    target = np.zeros(matrix.shape[0])
    target[right] = 1.0

    def loss(weights: Any) -> tuple[float, Any]:
        scores = matrix @ weights
        peaks = np.maximum.reduceat(scores, heads)
        raised = np.exp(scores - np.repeat(peaks, lengths))
        sums = np.add.reduceat(raised, heads)
        value = (np.log(sums) + peaks).sum() - scores[right].sum() + 0.5 * (penalty * weights) @ weights
        slope = turned @ (raised / np.repeat(sums, lengths) - target) + penalty * weights
        return value, slope

    return _descend(loss, matrix.shape[1], iterations)


def _descend(loss: Any, size: int, iterations: int) -> Any:
    if not size:
        return np.zeros(0)  # few articles may leave a decision without a clue; older scipy (1.13) refuses to fit nothing
    return minimize(
        loss,
        np.zeros(size),
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": iterations, "maxcor": 8, "ftol": 1e-6, "gtol": 1e-3},
    ).x
