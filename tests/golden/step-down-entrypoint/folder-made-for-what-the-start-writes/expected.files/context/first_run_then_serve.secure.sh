#!/bin/bash
# Written by harden from first_run_then_serve.sh for Dockerfile: the program starts without root.
set -euf -o pipefail
ADDRESS="${ADDRESS:-localhost:8000}"
cat > local/environment.json <<JSON
{ "host": "$ADDRESS", "db": "${DBURL:-sqlite:///local/db.sqlite}" }
JSON
python3 manage.py check --deploy
python3 manage.py migrate
# Start the program without root (added by harden)
if [ "$(id -u)" = 0 ]; then
    # The program writes here, whosever it was before
    [ ! -e /usr/src/q/local ] || find /usr/src/q/local \! -user 10001 -exec chown -h 10001:10001 '{}' + || :
    exec gosu 10001:10001 uwsgi --http 0.0.0.0:8000 --module siteapp.wsgi --processes "${PROCESSES:-1}"
fi
exec uwsgi --http 0.0.0.0:8000 --module siteapp.wsgi --processes "${PROCESSES:-1}"
