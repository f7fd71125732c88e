#!/bin/sh
chmod 0755 /data
server --data /data --name "two words"
