#!/usr/bin/env bash
exec server
