Says as whom images run, and what undoes the isolation of containers:
reads Dockerfiles, Compose files, Kubernetes manifests and run lines.

Usage: harden check FILE... [OPTIONS]

Positionals:
  FILE                     The files to check; - is standard input

Options:
  -h,--help                This page
  --run LINE               A docker run or podman run line to check
  --unknown fail|warn|ignore
                           If the file does not tell the user (fail)
  --allow-step-down yes|no If starting as root and stepping down is fine
  --format FORMAT          text (default), json, sarif, junit, gitlab,
                           github or markdown
  --fail-level LEVEL       error (default), warning, info or never
  -o,--output FILE         Where to write; standard output if not given
  --fix                    Rewrite Dockerfiles with the fixes that are safe
  --unsafe                 With --fix: also what may change behaviour, and
                           what `harden` does about root
  --fix-only CODE          Fix only findings of this rule
  --diff                   With --fix: print what would change, write nothing
  --only-root              Report nothing but who the program runs as
  --target STAGE           The stage that becomes the image
  --build-arg NAME=VALUE   Value of an ARG, as for docker build
  --context DIR            Build context, if not the Dockerfile's folder
  --base-inspect FILE      What docker image inspect says of a base
  --config FILE            Settings, if not the nearest harden.toml
  -q,--quiet               Say nothing but errors
  --no-color               No colours

Examples:
  harden check Dockerfile
  harden check --unknown=warn */Dockerfile
  harden check Dockerfile --build-arg APP_USER=1000:1000
  harden check Dockerfile --allow-step-down=no
  docker image inspect corp/base > base.json
  harden check Dockerfile --base-inspect base.json
  harden check compose.yaml k8s/*.yaml
  harden check --run 'docker run --privileged -v /:/host alpine'

A comment above an instruction or setting excuses a finding there:
  # harden: ignore=HD101 needs raw sockets until we move to ambient caps

Exit status:
  0  shown to run unprivileged; no errors in settings
  1  root, or nobody can tell; or stepping down where that is not allowed;
     errors in settings
  2  not readable, none of these files, keys given twice or that no engine
     knows, or wrong usage
