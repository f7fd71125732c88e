#!/bin/sh
useradd -u 1500 extra
