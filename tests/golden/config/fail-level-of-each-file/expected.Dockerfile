<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="harden check">
  <testsuite name="a/Dockerfile" tests="2" failures="1" errors="0" skipped="0" time="0">
    <properties>
      <property name="user of a/Dockerfile" value="uid 1000, gid 0"/>
    </properties>
    <testcase classname="a/Dockerfile" name="can be checked" file="a/Dockerfile" time="0"/>
    <testcase classname="a/Dockerfile" name="HD104 root-group: the process runs as uid 1000 but in group 0, whose files it may change" file="a/Dockerfile" line="2" time="0">
      <failure type="HD104" message="the process runs as uid 1000 but in group 0, whose files it may change">a/Dockerfile:2:1: warning[HD104]: the process runs as uid 1000 but in group 0, whose files it may change
2 | USER 1000
  | ^^^^^^^^^
  = because: no account has uid 1000 and no group is given, so the process has gid 0
  = help: name a group as well, such as `USER 1000:1000`
</failure>
    </testcase>
  </testsuite>
  <testsuite name="b/Dockerfile" tests="2" failures="0" errors="0" skipped="0" time="0">
    <properties>
      <property name="user of b/Dockerfile" value="uid 1000, gid 0"/>
    </properties>
    <testcase classname="b/Dockerfile" name="can be checked" file="b/Dockerfile" time="0"/>
    <testcase classname="b/Dockerfile" name="HD104 root-group: the process runs as uid 1000 but in group 0, whose files it may change" file="b/Dockerfile" line="2" time="0">
      <system-out>b/Dockerfile:2:1: warning[HD104]: the process runs as uid 1000 but in group 0, whose files it may change
2 | USER 1000
  | ^^^^^^^^^
  = because: no account has uid 1000 and no group is given, so the process has gid 0
  = help: name a group as well, such as `USER 1000:1000`
</system-out>
    </testcase>
  </testsuite>
</testsuites>
