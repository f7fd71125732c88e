#!/bin/sh
echo "hello from $(hostname)" > /tmp/hello
