#!/usr/bin/env bash
# Written by harden from start.sh for Dockerfile: the program starts without root.
cd "$(dirname "$0")" || exit 1
PORT="${PORT:-8080}"
id webui >/dev/null 2>&1 || useradd -m -u 1200 webui
mkdir -p /app/data
chown -R webui /app/data
# Start the program without root (added by harden)
if [ "$(id -u)" = 0 ]; then
    exec gosu webui sh -c "exec uvicorn app.main:app --host 0.0.0.0 --port $PORT"
fi
exec sh -c "exec uvicorn app.main:app --host 0.0.0.0 --port $PORT"
