#!/bin/sh
# as an earlier run wrote it
