#!/bin/sh
set -e
exec java -XX:HeapDumpPath=/var/dumps -Xlog:gc*:file="/var/log/app/gc.log":time -jar /app/app.jar
