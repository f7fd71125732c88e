#!/bin/sh
exec gosu app sleep 1000
