"""Holds a report format of `harden check` against those who read it.

check_report.py FORMAT PROGRAM ROOT BUILD_FOLDER
"""

import sys
import tempfile

import github_report
import gitlab_report
import json_report
import junit_report
import markdown_report
import sarif_report
from inputs import Inputs
from skipped import Skipped

FORMATS = {
    "github": github_report,
    "gitlab": gitlab_report,
    "json": json_report,
    "junit": junit_report,
    "markdown": markdown_report,
    "sarif": sarif_report,
}


def main():
    name, program, root, build = sys.argv[1:]
    reader = FORMATS[name].Reader(root, build)
    with tempfile.TemporaryDirectory() as folder:
        inputs = Inputs(program, folder, name)
        for case in inputs.cases():
            report = inputs.report(case)
            assert report == inputs.report(case), "a second run differs"
            assert report == inputs.report_in_a_file(case), "-o differs"
            reader.check(report, case)
            print(f"{name}: {case.name}: fine")


try:
    main()
except Skipped as why:
    print(f"skipped: {why}")
    sys.exit(77)
