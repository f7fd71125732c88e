#!/bin/bash
set -e
export CATALINA_OPTS="$CATALINA_OPTS -Xmx${HEAP:-512m}"
if [ -n "$DEBUG" ]; then
  exec catalina.sh jpda run
fi
exec catalina.sh run
