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
  --fail-level LEVEL       error (default), warning, info or never
  --only-root              Report nothing but who the program runs as
  --format FORMAT          text (default), json, sarif, junit, gitlab,
                           github or markdown
  -o,--output FILE         Where the report goes; standard output if not given
  --fix                    Rewrite Dockerfiles: apply the fixes that are safe
  --unsafe                 With --fix: also what may change behaviour,
                           and what `harden FILE` does about root
  --fix-only CODE          Apply only fixes of this rule
  --diff                   With --fix: only print what would change
  --baseline FILE          Leave out the findings that it knows
  --write-baseline         Write all that is found into it; =FILE
                           names it (harden-baseline.json)
  --target STAGE           The stage that becomes the image
  --build-arg NAME=VALUE   Value of an ARG, as for docker build
  --builder NAME           Who builds it: buildkit, classic or buildah; any if not given
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
  harden check --format sarif -o harden.sarif Dockerfile
  harden check --format markdown */Dockerfile >> "$GITHUB_STEP_SUMMARY"
  harden check --fix Dockerfile
  harden check --fix --unsafe --diff Dockerfile
  harden check --fix-only HD130 --unsafe Dockerfile
  harden check --write-baseline
  harden check --baseline harden-baseline.json
  cat Dockerfile | harden check --fix - -o report.txt > Dockerfile.fixed

--format json      for programs (docs/check.schema.json)
--format sarif     SARIF 2.1.0, for code scanning and editors
--format junit     a suite for each file; what fails the check is a failure
--format gitlab    a Code Quality report
--format github    annotations of GitHub Actions
--format markdown  a table, for job summaries and comments

The file of -o is there as a whole or not at all. Files that cannot be checked
are told in every format, and on standard error.

--fix leaves what --unsafe would change, what comments excuse, and what only you
can decide. The report then says what was fixed, and the exit status is that of
what is left. Where standard output holds a diff or the fixed standard input,
the report goes to -o, or as text to standard error.

In folders Dockerfile, Containerfile, Dockerfile.* and *.Dockerfile are looked
for, and Compose files and manifests by what is in them; hidden folders too, but
neither .git nor what .gitignore names. Other YAML there is passed over, as are
templates. Patterns in quotes are read by harden, ** stands for folders.
--changed-since takes only files that differ themselves, or that git does not
know yet: a changed start script or harden.toml does not bring its Dockerfile.

A comment above an instruction or setting excuses a finding there,
ignore-stage one in its stage of a Dockerfile, ignore-file one in its file:
  # harden: ignore=HD101 needs raw sockets until we move to ambient caps

[check] in the nearest harden.toml (`harden config FILE` prints what holds):
  [check]
  fail-level = "warning"
  require-reason = true              # of comments that excuse
  suppressions = ["HD101"]           # none may excuse it; or "forbidden"
  [check.severity]
  HD104 = "error"                    # error, warning, info, note or off
  [[check.ignore]]
  path = "legacy/**"
  rules = ["HD101"]
  reason = "is switched off at the end of the year"
  expires = 2026-12-31

--write-baseline keeps what is found in a file, and --baseline leaves that out
later, so that only what is new is reported. Findings are known by their rule
and the text of their line, wherever that moves.

Exit status:
  0  shown to run unprivileged; nothing else of --fail-level or above
  1  root, or nobody can tell; or stepping down where that is not allowed;
     another finding of --fail-level (error) or above
  2  not readable, none of these files, nothing found to check, keys given
     twice or that no engine knows, or wrong usage; nothing changed is 0
