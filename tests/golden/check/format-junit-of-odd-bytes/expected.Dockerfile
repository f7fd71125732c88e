<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="harden check">
  <testsuite name="Dockerfile" tests="2" failures="1" errors="0" skipped="0" time="0">
    <properties>
      <property name="user of Dockerfile" value="`USER a|&lt;b&gt;&amp;@all&lt;FF&gt;␛[1m::x,%0A*_` cannot start: no account is called `a|&lt;b&gt;&amp;@all&lt;FF&gt;␛[1m`"/>
    </properties>
    <testcase classname="Dockerfile" name="can be checked" file="Dockerfile" time="0"/>
    <testcase classname="Dockerfile" name="HD103 user-cannot-start: `USER a|&lt;b&gt;&amp;@all&lt;FF&gt;␛[1m::x,%0A*_` cannot start: no account is called `a|&lt;b&gt;&amp;@all&lt;FF&gt;␛[1m`" file="Dockerfile" line="2" time="0">
      <failure type="HD103" message="`USER a|&lt;b&gt;&amp;@all&lt;FF&gt;␛[1m::x,%0A*_` cannot start: no account is called `a|&lt;b&gt;&amp;@all&lt;FF&gt;␛[1m`">Dockerfile:2:1: error[HD103]: `USER a|&lt;b&gt;&amp;@all&lt;FF&gt;␛[1m::x,%0A*_` cannot start: no account is called `a|&lt;b&gt;&amp;@all&lt;FF&gt;␛[1m`
2 | USER a|&lt;b&gt;&amp;@all&lt;FF&gt;␛[1m::x,%0A*_
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
</failure>
    </testcase>
  </testsuite>
</testsuites>
