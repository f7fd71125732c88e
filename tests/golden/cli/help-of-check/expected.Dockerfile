Says as whom images run, and what undoes the isolation of containers:
reads Dockerfiles, Compose files, Kubernetes manifests and run lines.

Usage: harden check [FILE|FOLDER|PATTERN]... [OPTIONS]

Positionals:
  FILE                     Files, folders or patterns; - is standard input

Options:
  -h,--help                This page
  --stdin-filename NAME    What standard input is called
  --changed-since REV      Only files that changed since a revision of git
  -j,--jobs N              Threads, if not one a core
  --run LINE               A docker run or podman run line to check
  --unknown fail|warn|ignore
                           If the file does not tell the user (fail)
  --allow-step-down yes|no If starting as root and stepping down is fine
  --format FORMAT          text (default), json, sarif, junit, gitlab,
                           github or markdown
  --fail-level LEVEL       error (default), warning, info or never
  --only-root              Report nothing but who the program runs as
  --target STAGE           The stage that becomes the image
  --build-arg NAME=VALUE   Value of an ARG, as for docker build
  --context DIR            Build context, if not the Dockerfile's folder
  --base-inspect FILE      What docker image inspect says of a base
  --config FILE            Settings, if not the nearest harden.toml
  -q,--quiet               Say nothing but errors
  --no-color               No colours

Examples:
  harden check                            (the current folder)
  harden check Dockerfile services deploy/
  harden check 'apps/**/*.yaml' --jobs 4
  harden check --changed-since origin/main
  harden check - --stdin-filename app/Dockerfile < Dockerfile
  harden check --unknown=warn */Dockerfile
  harden check Dockerfile --build-arg APP_USER=1000:1000
  harden check Dockerfile --allow-step-down=no
  docker image inspect corp/base > base.json
  harden check Dockerfile --base-inspect base.json
  harden check compose.yaml k8s/*.yaml
  harden check --run 'docker run --privileged -v /:/host alpine'

In folders Dockerfile, Containerfile, Dockerfile.* and *.Dockerfile are looked
for, and Compose files and manifests by what is in them; hidden folders too, but
neither .git nor what .gitignore names. Other YAML there is passed over, as are
templates. Patterns in quotes are read by harden, ** stands for folders.
--changed-since takes only files that differ themselves, or that git does not
know yet: a changed start script or harden.toml does not bring its Dockerfile.

A comment above an instruction or setting excuses a finding there:
  # harden: ignore=HD101 needs raw sockets until we move to ambient caps

Exit status:
  0  shown to run unprivileged; no errors in settings
  1  root, or nobody can tell; or stepping down where that is not allowed;
     errors in settings
  2  not readable, none of these files, nothing found to check, keys given
     twice or that no engine knows, or wrong usage; nothing changed is 0
