#!/bin/sh
# mine
