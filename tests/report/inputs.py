"""What is checked, and what is known about it beforehand."""

import dataclasses
import os
import subprocess

MIXED = """\
FROM debian:12
# héllo 𝒳 | `x`
RUN echo "é𝒳" && sudo apt-get update
CMD echo "é𝒳"
CMD redis-server "é𝒳"
"""
GOOD = 'FROM debian:12\nUSER 1000:1000\nCMD ["redis-server"]\n'
# A user's name that goes into messages: what ends cells, elements, commands
# and lines elsewhere, and bytes that are not UTF-8.
ODD = b"\xef\xbb\xbfFROM debian:12\nUSER a|<b>&@all\xff\x1b[1m::x,%0A*_\n"
# Its fix needs a changed copy of the script.
STEPPING = """\
FROM debian:12
RUN useradd -u 1000 app
COPY entry.sh /
VOLUME /data
ENTRYPOINT ["/entry.sh"]
CMD ["redis-server"]
"""
COMPOSE = "services:\n  web:\n    image: 'n|<&>x'\n    privileged: true\n"
ODD_NAMES = [
    b"a b%,:\xc3\xa9|<x>&`.Dockerfile",
    b"::error::x\n::warning::y.Dockerfile",
    b"\xff.Dockerfile",
]


@dataclasses.dataclass
class Case:
    name: str
    files: list
    failures: int = 0
    least: int = 0  # findings
    options: list = dataclasses.field(default_factory=list)
    folder: bytes = b""


class Inputs:
    def __init__(self, program, folder, report_format):
        self.program = program
        self.folder = folder.encode()
        self.format = report_format

    def write(self, name, content):
        name = name if isinstance(name, bytes) else name.encode()
        if isinstance(content, str):
            content = content.encode()
        with open(os.path.join(self.folder, name), "wb") as file:
            file.write(content)
        return name

    def cases(self):
        mixed = self.write("Dockerfile", MIXED)
        good = self.write("good.Dockerfile", GOOD)
        odd = self.write("odd.Dockerfile", ODD)
        windows = self.write("crlf.Dockerfile", MIXED.replace("\n", "\r\n"))
        compose = self.write("compose.yaml", COMPOSE)
        stepping = self.write("step.Dockerfile", STEPPING)
        self.write("entry.sh", "#!/bin/sh\nchown app /data\nexec \"$@\"\n")
        names = [self.write(it, MIXED) for it in ODD_NAMES]
        binary = self.write("binary", b"\0\0\0")
        cases = [
            Case("findings", [mixed, windows], least=6),
            Case("a fix with a file", [stepping], least=1),
            Case("nothing found", [good]),
            Case("odd bytes", [odd], least=1),
            Case("odd names", names, least=9),
            Case("settings", [compose], least=2),
            Case("failures only", [b"missing", binary, b"gone/Dockerfile"], failures=3),
            Case("all", [mixed, b"missing", good, odd, compose, *names],
                 failures=1, least=10),
            Case("absolute path", [os.path.join(self.folder, mixed)], least=3),
            Case("quiet", [mixed, b"missing"], 1, 1, ["--quiet"]),
            Case("warnings fail", [mixed], least=3,
                 options=["--fail-level=warning"]),
            Case("never fails", [mixed], least=3,
                 options=["--fail-level=never"]),
        ]
        for case in cases:
            case.folder = self.folder
        return cases

    def run(self, case, *more):
        command = [self.program, "check", "--format", self.format]
        command += case.options + list(more) + ["--"] + case.files
        result = subprocess.run(command, cwd=self.folder, timeout=60,
                                stdout=subprocess.PIPE, check=False,
                                stderr=subprocess.DEVNULL)
        assert result.returncode in (0, 1, 2), result.returncode
        assert (result.returncode == 2) == (case.failures > 0)
        return result.stdout

    def report(self, case):
        return self.run(case)

    def report_in_a_file(self, case):
        path = os.path.join(self.folder, b"the.report")
        assert self.run(case, "-o", path) == b"", "also on standard output"
        with open(path, "rb") as file:
            report = file.read()
        os.remove(path)
        return report
