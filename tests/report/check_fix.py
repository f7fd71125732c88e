"""What `harden check --fix` does with files and standard input.

check_fix.py PROGRAM
"""

import os
import subprocess
import sys
import tempfile

BEFORE = b"FROM debian:12\nUSER 1000:1000\nCMD redis-server\n"
AFTER = BEFORE.replace(b"redis-server", b'["redis-server"]')
FIX = ["--fix", "--unsafe"]


def check(folder, words, given=b""):
    return subprocess.run([sys.argv[1], "check", *words], cwd=folder,
                          input=given, timeout=60, capture_output=True,
                          check=False)


def write(folder, name, content):
    path = os.path.join(folder, name)
    with open(path, "wb") as file:
        file.write(content)
    return path


def read(path):
    with open(path, "rb") as file:
        return file.read()


def fixes_standard_input(folder):
    got = check(folder, [*FIX, "-"], BEFORE)
    assert got.returncode == 0 and got.stdout == AFTER, got
    assert b"<stdin>:3:1: fixed[HD130]: " in got.stderr, got.stderr
    report = os.path.join(folder, "report.json")
    got = check(folder, [*FIX, "-", "--format=json", "-o", report], BEFORE)
    assert got.stdout == AFTER and got.stderr == b"", got
    assert b'"fixed":1' in read(report)
    got = check(folder, [*FIX, "-", "--quiet"], AFTER)
    assert got.stdout == AFTER, "what is good already is printed, too"
    got = check(folder, [*FIX, "-"], b"no Dockerfile\n")
    assert got.returncode == 2 and got.stdout == b"", got


def keeps_mode_and_link(folder):
    path = write(folder, "real", BEFORE)
    os.chmod(path, 0o640)
    link = os.path.join(folder, "Dockerfile")
    os.symlink("real", link)
    assert check(folder, [*FIX, "Dockerfile"]).returncode == 0
    assert os.path.islink(link) and read(path) == AFTER
    assert os.stat(path).st_mode & 0o777 == 0o640


def leaves_what_is_good(folder):
    path = write(folder, "good.Dockerfile", AFTER)
    before = os.stat(path)
    assert check(folder, [*FIX, "good.Dockerfile"]).stderr == b""
    assert os.stat(path).st_ino == before.st_ino, "it is another file"


def goes_on_behind_a_file_that_fails(folder):
    if os.geteuid() == 0:
        locked = "missing"  # root may write to all files
    else:
        locked = write(folder, "locked.Dockerfile", BEFORE)
        os.chmod(locked, 0o444)
    path = write(folder, "next.Dockerfile", BEFORE)
    got = check(folder, [*FIX, locked, "next.Dockerfile"])
    assert got.returncode == 2 and b"error: " in got.stderr, got
    assert read(path) == AFTER


def a_full_disk_leaves_the_old_report(folder):
    write(folder, "Dockerfile", BEFORE)
    path = write(folder, "old.sarif", b"old")
    program = ("import resource, os, sys, signal; "
               "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
               "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)); "
               "os.execv(sys.argv[1], sys.argv[1:])")
    got = subprocess.run(
        [sys.executable, "-c", program, sys.argv[1], "check", "Dockerfile",
         "--format=sarif", "-o", "old.sarif"],
        cwd=folder, timeout=60, capture_output=True, check=False)
    assert got.returncode == 2 and b"File too large" in got.stderr, got
    assert read(path) == b"old"
    assert sorted(os.listdir(folder)) == ["Dockerfile", "old.sarif"]


for test in (fixes_standard_input, keeps_mode_and_link, leaves_what_is_good,
             goes_on_behind_a_file_that_fails,
             a_full_disk_leaves_the_old_report):
    with tempfile.TemporaryDirectory() as place:
        test(place)
        print(f"{test.__name__}: fine")
