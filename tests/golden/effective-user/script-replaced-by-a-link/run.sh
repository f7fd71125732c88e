#!/bin/sh
exec su-exec app "$@"
