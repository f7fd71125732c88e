#!/bin/sh
exec /api
