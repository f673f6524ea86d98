"""Duplicates by splink, as its guide proposes for people: `duplicates.py people.tsv`.

Prints a line of JSON: precision and recall of pairs at the threshold that suits it best (the highest recall at a
precision of 0.99, or else the best F1), against the column `who`.
"""

import csv
import json
import logging
import sys
import time

import pandas
import splink
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

logging.disable(logging.WARNING)


def main() -> None:
    """Learns, predicts and counts."""
    people = pandas.read_csv(sys.argv[1], sep="\t", quoting=csv.QUOTE_NONE, dtype=str, keep_default_na=False)
    people = people.mask(people == "", None)
    start = time.monotonic()
    settings = SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="key",
        comparisons=[
            cl.NameComparison("family"),
            cl.NameComparison("given"),
            cl.JaroWinklerAtThresholds("chinese", [0.8]),
            cl.EmailComparison("email"),
            cl.LevenshteinAtThresholds("telephone", [1]),
            cl.JaroWinklerAtThresholds("organisation", [0.9]),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("email"),
            block_on("telephone"),
            block_on("chinese"),
            block_on("family", "given"),
            block_on("family", "organisation"),
            block_on("given", "organisation"),
        ],
    )
    linker = Linker(DuckDBAPI().register(people), settings)
    training = linker.training
    training.estimate_probability_two_random_records_match([block_on("email"), block_on("telephone")], recall=0.7)
    training.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
    training.estimate_parameters_using_expectation_maximisation(block_on("email"))
    training.estimate_parameters_using_expectation_maximisation(block_on("family", "given"))
    found = linker.inference.predict(threshold_match_probability=0.01).as_pandas_dataframe()
    took = time.monotonic() - start
    who = dict(zip(people["key"], people["who"]))
    sizes = people["who"].value_counts()
    every = int((sizes * (sizes - 1) // 2).sum())
    found = found.sort_values("match_weight", ascending=False)
    right = [who[a] == who[b] for a, b in zip(found["key_l"], found["key_r"])]
    best, fair, hits = None, None, 0
    for place, hit in enumerate(right, 1):
        hits += hit
        precision, recall = hits / place, hits / every
        if precision >= 0.99 and (best is None or recall > best[1]):
            best = (precision, recall)
        score = 2 * precision * recall / (precision + recall) if hits else 0
        if fair is None or score > fair[0]:
            fair = (score, precision, recall)
    print(
        json.dumps(
            {
                "version": splink.__version__,
                "seconds": round(took, 1),
                "careful": best,
                "best": fair[1:] if fair else None,
            }
        )
    )


if __name__ == "__main__":
    main()
