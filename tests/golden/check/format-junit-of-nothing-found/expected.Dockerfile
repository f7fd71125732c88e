<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="harden check">
  <testsuite name="Dockerfile" tests="1" failures="0" errors="0" skipped="0" time="0">
    <properties>
      <property name="user of Dockerfile" value="uid 1000, gid 1000"/>
    </properties>
    <testcase classname="Dockerfile" name="can be checked" file="Dockerfile" time="0"/>
  </testsuite>
</testsuites>
