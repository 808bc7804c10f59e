# SPDX-License-Identifier: Apache-2.0
"""Chance with a fixed seed: only random(), whose sequence Python promises to keep."""
import random


class Draw:
    def __init__(self, seed):
        self.random = random.Random(seed).random

    def below(self, limit):
        return int(self.random() * limit)

    def one_of(self, choices):
        return choices[int(self.random() * len(choices))]

    def chance(self, probability):
        return self.random() < probability

    def shuffle(self, items):
        for i in range(len(items) - 1, 0, -1):
            j = int(self.random() * (i + 1))
            items[i], items[j] = items[j], items[i]
