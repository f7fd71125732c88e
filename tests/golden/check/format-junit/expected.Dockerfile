<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="harden check">
  <testsuite name="Dockerfile" tests="6" failures="1" errors="0" skipped="0" time="0">
    <properties>
      <property name="user of Dockerfile" value="root (uid 0)"/>
    </properties>
    <testcase classname="Dockerfile" name="can be checked" file="Dockerfile" time="0"/>
    <testcase classname="Dockerfile" name="HD101 root-user: `USER` is never set in the final stage, so the process runs as uid 0" file="Dockerfile" line="1" time="0">
      <failure type="HD101" message="`USER` is never set in the final stage, so the process runs as uid 0">Dockerfile:1:1: error[HD101]: `USER` is never set in the final stage, so the process runs as uid 0
1 | FROM debian:12
  | ^^^^^^^^^^^^^^
  = fix: run as 10001:10001
  = help: `harden FILE -o Dockerfile.secure` makes this change and writes the settings to run it with
</failure>
    </testcase>
    <testcase classname="Dockerfile" name="HD442 update-alone: the lists of packages are fetched in a layer of their own: the build cache keeps them, and a later `install` asks for versions that are old or gone" file="Dockerfile" line="3" time="0">
      <system-out>Dockerfile:3:1: info[HD442]: the lists of packages are fetched in a layer of their own: the build cache keeps them, and a later `install` asks for versions that are old or gone
3 | RUN echo &quot;é𝒳&quot; &amp;&amp; sudo apt-get update
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = help: put the update in front of the install, in the same `RUN`
</system-out>
    </testcase>
    <testcase classname="Dockerfile" name="HD120 sudo-in-run: `sudo` gives nothing in a `RUN` that root runs, and must be installed for it: one more program that makes other users root" file="Dockerfile" line="3" time="0">
      <system-out>Dockerfile:3:22: warning[HD120]: `sudo` gives nothing in a `RUN` that root runs, and must be installed for it: one more program that makes other users root
3 | RUN echo &quot;é𝒳&quot; &amp;&amp; sudo apt-get update
  |                  ^^^^
  = fix: run the commands without `sudo`
</system-out>
    </testcase>
    <testcase classname="Dockerfile" name="HD465 repeated-instruction: this `CMD` has no effect: a later one of the stage replaces it" file="Dockerfile" line="4" time="0">
      <system-out>Dockerfile:4:1: warning[HD465]: this `CMD` has no effect: a later one of the stage replaces it
4 | CMD echo hi
  | ^^^^^^^^^^^
5 | CMD redis-server
  | ---------------- this one is in effect
  = help: keep the one that is meant
</system-out>
    </testcase>
    <testcase classname="Dockerfile" name="HD130 shell-form: `CMD` is in shell form, so that a shell may be PID 1 and keep `SIGTERM` from the program, which is then killed" file="Dockerfile" line="5" time="0">
      <system-out>Dockerfile:5:1: info[HD130]: `CMD` is in shell form, so that a shell may be PID 1 and keep `SIGTERM` from the program, which is then killed
5 | CMD redis-server
  | ^^^^^^^^^^^^^^^^
  = help: write it as a list of strings: the exec form
</system-out>
    </testcase>
  </testsuite>
  <testsuite name="missing" tests="1" failures="0" errors="1" skipped="0" time="0">
    <testcase classname="missing" name="can be checked" file="missing" time="0">
      <error type="failure" message="missing: no such file; give the path of a Dockerfile, or - for standard input">missing: no such file; give the path of a Dockerfile, or - for standard input</error>
    </testcase>
  </testsuite>
  <testsuite name="good.txt" tests="1" failures="0" errors="0" skipped="0" time="0">
    <properties>
      <property name="user of good.txt" value="uid 1000, gid 1000"/>
    </properties>
    <testcase classname="good.txt" name="can be checked" file="good.txt" time="0"/>
  </testsuite>
  <testsuite name="compose.yaml" tests="8" failures="2" errors="0" skipped="0" time="0">
    <properties>
      <property name="user of compose.yaml: web" value="root (uid 0)"/>
    </properties>
    <testcase classname="compose.yaml" name="can be checked" file="compose.yaml" time="0"/>
    <testcase classname="compose.yaml" name="HD213 root-container: service `web` runs as root: its image `nginx:1.25` starts as root" file="compose.yaml" line="2" time="0">
      <failure type="HD213" message="service `web` runs as root: its image `nginx:1.25` starts as root">compose.yaml:2:3: error[HD213]: service `web` runs as root: its image `nginx:1.25` starts as root
2 |   web:
  |   ^^^
  = help: `user: 10001:10001`, or `USER` in its Dockerfile
</failure>
    </testcase>
    <testcase classname="compose.yaml" name="HD225 writable-root: service `web` can write to its root file system: who breaks in changes programs, or brings his own" file="compose.yaml" line="2" time="0">
      <system-out>compose.yaml:2:3: warning[HD225]: service `web` can write to its root file system: who breaks in changes programs, or brings his own
2 |   web:
  |   ^^^
  = help: `read_only: true`, and `tmpfs` for what it writes (CIS Docker Benchmark 1.6, 5.13)
</system-out>
    </testcase>
    <testcase classname="compose.yaml" name="HD222 no-memory-limit: service `web` may use all of the host's memory, until other programs are ended for it" file="compose.yaml" line="2" time="0">
      <system-out>compose.yaml:2:3: warning[HD222]: service `web` may use all of the host's memory, until other programs are ended for it
2 |   web:
  |   ^^^
  = help: `mem_limit: 512m` (CIS Docker Benchmark 1.6, 5.11)
</system-out>
    </testcase>
    <testcase classname="compose.yaml" name="HD223 no-cpu-limit: service `web` may use all of the host's processors" file="compose.yaml" line="2" time="0">
      <system-out>compose.yaml:2:3: warning[HD223]: service `web` may use all of the host's processors
2 |   web:
  |   ^^^
  = help: `cpus: 1.0` (CIS Docker Benchmark 1.6, 5.12)
</system-out>
    </testcase>
    <testcase classname="compose.yaml" name="HD224 no-pids-limit: service `web` may start any number of processes, until the host cannot start one" file="compose.yaml" line="2" time="0">
      <system-out>compose.yaml:2:3: warning[HD224]: service `web` may start any number of processes, until the host cannot start one
2 |   web:
  |   ^^^
  = help: `pids_limit: 256` (CIS Docker Benchmark 1.6, 5.29)
</system-out>
    </testcase>
    <testcase classname="compose.yaml" name="HD229 no-health-check: service `web` has no health check here: nobody notices when it hangs, unless its image has one" file="compose.yaml" line="2" time="0">
      <system-out>compose.yaml:2:3: info[HD229]: service `web` has no health check here: nobody notices when it hangs, unless its image has one
2 |   web:
  |   ^^^
  = help: `healthcheck:` (CIS Docker Benchmark 1.6, 5.27)
</system-out>
    </testcase>
    <testcase classname="compose.yaml" name="HD210 privileged-container: service `web` is privileged: it has every capability and device, and root in it is root on the host" file="compose.yaml" line="4" time="0">
      <failure type="HD210" message="service `web` is privileged: it has every capability and device, and root in it is root on the host">compose.yaml:4:17: error[HD210]: service `web` is privileged: it has every capability and device, and root in it is root on the host
4 |     privileged: true
  |                 ^^^^
  = help: remove it, and give the one capability or device that is needed (CIS Docker Benchmark 1.6, 5.5)
</failure>
    </testcase>
  </testsuite>
</testsuites>
