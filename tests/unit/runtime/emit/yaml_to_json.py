"""Prints the documents of a YAML file as one JSON list.

PyYAML reads YAML 1.1, in which more plain words are numbers and truths than in
1.2: what it takes for text, everybody does.
"""

import json
import sys

import yaml


class Loader(yaml.SafeLoader):
    """Refuses a key that is there twice."""

    def construct_mapping(self, node, deep=False):
        keys = [self.construct_object(key, deep=deep) for key, _ in node.value]
        if len(keys) != len(set(keys)):
            raise ValueError(f"a key is there twice:\n{node.start_mark}")
        return super().construct_mapping(node, deep=deep)


with open(sys.argv[1], encoding="utf-8") as file:
    json.dump(list(yaml.load_all(file, Loader)), sys.stdout)
