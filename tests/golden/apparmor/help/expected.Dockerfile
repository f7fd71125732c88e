Writes an AppArmor profile: which files, programs, sockets and
capabilities a container of the image may use, from its policy.

Usage: harden profile apparmor DOCKERFILE [OPTIONS]

Positionals:
  DOCKERFILE               The file; - is standard input

Options:
  -h,--help                This page
  -o,--output FILE         Where to write; standard output if not given
  --strength container|strict
                           What it refuses (container)
  --complain               Log what has no rule, and allow it
  --no-abi                 For AppArmor 2.x
  --bane FILE              From the settings of bane instead
  --from-log FILE          Rules that denials ask for; - is standard input
  --profile NAME           Whose denials count, without a Dockerfile
  --set KEY=VALUE          A setting of [policy]: limits.memory=1g
  --user NAME              Account to use, or to create
  --uid N                  Its uid (10001 for a new one)
  --gid N                  Its gid (the same as the uid)
  --user-style STYLE       USER as numeric (default) or by name
  --no-comments            Insert no comments into the file
  --step-down auto|always|never
                           If a start script gives up root itself (auto)
  --step-down-tool TOOL    gosu, su-exec or setpriv; chosen by the base
  --rootfs auto|scratch|keep
                           Final image from scratch where that is safe (auto)
  --artifact PATH          The program in the image, if it is not found
  --keep PATH              What a scratch image takes along besides
  --keep-shell             Take a shell along, and what scripts start
  --drop-healthcheck       Drop one that a scratch image cannot run
  --target STAGE           The stage that becomes the image
  --build-arg NAME=VALUE   Value of an ARG, as for docker build
  --builder NAME           Who builds it: buildkit, classic or buildah; any if not given
  --context DIR            Build context, if not the Dockerfile's folder
  --base-inspect FILE      What docker image inspect says of a base
  --config FILE            Settings, if not the nearest harden.toml
  -q,--quiet               Say nothing but errors
  --no-color               No colours

Examples:
  harden profile apparmor Dockerfile -o apparmor.profile
  harden profile apparmor Dockerfile --strength strict --complain
  journalctl -k | harden profile apparmor Dockerfile --from-log -
  harden profile apparmor --profile docker-web --from-log /var/log/audit/audit.log
  harden profile apparmor --bane web.toml -o /etc/apparmor.d/containers/docker-web

--strength container  the engine's default rules, without capabilities, raw
                      sockets and writing that the policy does not name
--strength strict     nothing but what the policy names: also which programs
                      run, and what is read

`[policy] apparmor = "container"` or "strict" in harden.toml makes run.sh,
compose.yaml and kubernetes.yaml use the profile, which must then be loaded on
each host. The profile's head says how that is done.

Exit status:
  0  written, and the service is shown to run unprivileged
  1  written, but it runs as root, or nobody can tell; or settings of bane
     were wrong and left out
  2  nothing written: bad input or wrong usage
