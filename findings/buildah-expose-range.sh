#!/bin/bash
# buildah 1.28.2 (Debian 12): EXPOSE with a range of ports stays one entry.
#
# docker's builders write each port of `EXPOSE 8000-8002` into the image's
# configuration, as the OCI image specification has it: "port/tcp", "port/udp",
# "port". buildah keeps "8000-8002/tcp" as the name of one, and takes no offence
# at 80/http. Who reads ExposedPorts of images that others built (for network
# policies, for the ports that a program may bind) has to expect both.
#
# Output seen:
#   EXPOSE 8000-8002 53/udp:                     map[53/udp:{} 8000-8002/tcp:{}]
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib/buildah.sh
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/lib/buildah.sh"

expect 'EXPOSE 8000-8002 53/udp' 'map[53/udp:{} 8000-8002/tcp:{}]' \
  "$(built 'FROM scratch\nEXPOSE 8000-8002 53/udp\n' ExposedPorts)"
