#!/bin/bash
# run_bundle.sh SERVICE
#
# Builds the image that harden makes of bundles/SERVICE/app, and starts it by
# nothing but the run.sh that harden writes beside it. What is checked says
# `check` in the service's case.sh; without one see check_bundle in bundle.sh.
#
#   bundles/SERVICE/app/Dockerfile  with its build context (a link is followed)
#   bundles/SERVICE/case.sh         sets
#     listens=8080          the port in the container
#     program='apiserver'   what the command of the serving process begins with
#                           (a regular expression)
#     data=/data            where it keeps its data; empty: nowhere
#     seed='mkdir old && …'  what a folder of the host holds before the first
#                           start (optional)
#     run_options=(…)       for run.sh besides (optional)
#     asker=postgres:15     the image in which the questions are asked, where it
#                           takes more than a bare Debian
#   bundles/SERVICE/request.sh      prints the answer of the service at the port
#                                   $port of the host, for example http "$port"
#   bundles/SERVICE/answer          the answer
#   bundles/SERVICE/kept.sh, kept   the same for the second start, which finds
#                                   what the first one was given (optional)
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.sh"
# shellcheck source-path=SCRIPTDIR source=containers.sh
. "$here/containers.sh"
# shellcheck source-path=SCRIPTDIR source=bundle.sh
. "$here/bundle.sh"
# shellcheck source-path=SCRIPTDIR source=confinement.sh
. "$here/confinement.sh"

# All of them are read by the files above.
# shellcheck disable=SC2034
name=bundle-$1 builder=buildkit case_folder=$here/bundles/$1
# shellcheck disable=SC2034
harden=${HARDEN_PROGRAM:?is set by ctest}

begin
# shellcheck disable=SC1091 # one for each service
. "$case_folder/case.sh"
check
