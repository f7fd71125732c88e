#!/bin/bash
chmod 0755 /data
exec -a srv server
