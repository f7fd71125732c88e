#!/bin/sh
# mine
exec "$@"
