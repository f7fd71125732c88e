"""JUnit: read by Python's XML parser and, where there is one, junitparser."""

import xml.etree.ElementTree as ElementTree

try:
    import junitparser
except ImportError:
    junitparser = None


def check_suite(suite):
    cases = suite.findall("testcase")
    assert cases, "a file without a test"
    assert int(suite.get("tests")) == len(cases)
    for kind in ("failure", "error", "skipped"):
        name = "skipped" if kind == "skipped" else kind + "s"
        count = sum(it.find(kind) is not None for it in cases)
        assert int(suite.get(name)) == count, name
    names = [it.get("name") for it in cases]
    assert len(set(names)) == len(names), "a test twice"
    for case in cases:
        assert case.get("classname") and len(case) <= 1
        for outcome in case:
            assert outcome.tag in ("failure", "error", "system-out")
            assert outcome.text and outcome.text.strip()
            if outcome.tag != "system-out":
                assert outcome.get("type") and outcome.get("message")


class Reader:
    def __init__(self, _root, _build):
        if junitparser is None:
            print("no python3-junitparser: read by xml.etree only")

    def check(self, report, case):
        root = ElementTree.fromstring(report)
        assert root.tag == "testsuites"
        suites = root.findall("testsuite")
        assert len(suites) == len(root) == len(case.files)
        for suite in suites:
            check_suite(suite)
        errors = sum(int(it.get("errors")) for it in suites)
        assert errors == case.failures
        tests = sum(int(it.get("tests")) for it in suites)
        assert tests - len(suites) >= case.least
        failing = sum(int(it.get("failures")) for it in suites)
        if "--fail-level=never" in case.options:
            assert failing == 0
        elif case.least > 0:
            assert failing > 0
        if junitparser is not None:
            parsed = junitparser.JUnitXml.fromstring(report)
            assert sum(len(list(suite)) for suite in parsed) == tests
