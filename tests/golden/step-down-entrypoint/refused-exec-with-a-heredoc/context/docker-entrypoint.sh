#!/bin/bash
chmod 0755 /data
exec server <<EOF
input
EOF
