Takes a Dockerfile and gives back one that runs as an unprivileged user
and is otherwise, byte for byte, your own file.

Usage: harden DOCKERFILE [-o FILE] [OPTIONS]

Positionals:
  DOCKERFILE               The file to harden; - is standard input

Options:
  -h,--help                This page
  --version                The version
  --license                Its license, and those of its libraries
  -o,--output FILE         Where to write; standard output if not given
  --diff                   Print what changes, as diff -u
  --in-place               Rewrite the files themselves
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
  --write-scripts          Write scripts also with standard output
  --no-bundle              Write no FILE.d with settings for runtimes
  --bundle DIR             Where they go, if not into FILE.d
  --emit LIST              run,compose,kubernetes,daemon,policy,
                           seccomp,apparmor,report
  --engine ENGINE          docker (default) or podman, for run.sh
  --set KEY=VALUE          A setting of [policy]: limits.memory=1g
  --target STAGE           The stage that becomes the image
  --build-arg NAME=VALUE   Value of an ARG, as for docker build
  --builder NAME           Who builds it: buildkit, classic or buildah; any if not given
  --context DIR            Build context, if not the Dockerfile's folder
  --base-inspect FILE      What docker image inspect says of a base
  --config FILE            Settings, if not the nearest harden.toml
  -q,--quiet               Say nothing but errors
  --no-color               No colours

Commands:
  harden check [FILE...]   Say as whom the images run; changes nothing
  harden config FILE       Print what holds for a file, and who says so
  harden policy FILE       Print what a container of the image needs
  harden profile VERB      Write profiles for AppArmor and seccomp
  harden trace FILE        Run the image, and write a profile of what it calls
  harden explain CODE      All about one code
  harden rules             List the codes
  harden completion SHELL  Print completions for bash, zsh or fish
  harden man               Print the manual page
  (A Dockerfile that is called check is ./check here.)

Examples:
  harden Dockerfile -o Dockerfile.secure
  harden Dockerfile --diff
  harden --in-place */Dockerfile
  harden Dockerfile --user web --uid 20000 --target production
  harden Dockerfile --step-down=never -o Dockerfile.secure
  harden Dockerfile -o Dockerfile.secure --emit run,compose --set limits.memory=1g
  harden Dockerfile --rootfs=scratch -o Dockerfile.secure
  harden Dockerfile --rootfs=scratch --keep /usr/share/fonts --keep-shell
  cat Dockerfile | harden - > Dockerfile.secure

A start script that needs root at first gets a changed copy beside it, such as
docker/entrypoint.secure.sh, which gives up root before the program starts; the
new Dockerfile copies that one. --step-down=always does so for every script,
--step-down=never sets USER instead and says what then fails.

Beside FILE the folder FILE.d is written: run.sh (the docker run line),
compose.yaml, kubernetes.yaml, daemon.json for the host, policy.json,
apparmor.profile, and REPORT.md, which says what was changed, assumed and left
to you. They follow from what the image needs; harden.toml and --set change it.

An image of one static program that the file builds gets a last stage FROM
scratch. --rootfs=keep leaves the base. --rootfs=scratch does it for programs
with shared libraries, Python and nginx, too, and makes it an error when the
files do not show that scratch is safe; --keep names what they do not tell.

Exit status:
  0  the result runs unprivileged
  1  written, but it still starts as root, nobody can tell, or it is not from
     scratch as --rootfs=scratch asks
  2  nothing written: bad input or wrong usage
