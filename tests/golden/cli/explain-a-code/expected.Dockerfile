HD101 root-user (error)
  The image runs as root

What is looked at
  The user of the final stage (or of `--target`), as the engine would record it:
  the last USER there, else the one inherited from an earlier stage or from the
  base image. `0`, `00`, `root`, `0:0`, `:1000`, a name that RUN gave uid 0, and
  no USER at all on a base that starts as root count as root. Builder stages may
  be root.

Why it matters
  Who breaks into the program is root in the container: free to change its
  files, to install tools, and one kernel or mount mistake away from root on the
  host. Kubernetes refuses such an image under `runAsNonRoot`.

What to do
  harden picks an unprivileged user that the file already creates, else one that
  the base image ships, else creates one, and puts `USER uid:gid` behind the
  last instruction that needs root. The ids are numeric because Kubernetes
  cannot check a name. `--user`, `--uid`, `--gid` and `--user-style=name` choose
  otherwise.

Before
    FROM node:20
    WORKDIR /app
    COPY . .
    RUN npm ci
    CMD ["node", "server.js"]

After
    FROM node:20
    WORKDIR /app
    COPY . .
    RUN npm ci
    # Run as an unprivileged user (added by harden)
    USER 1000:1000
    CMD ["node", "server.js"]

References
  https://docs.docker.com/build/building/best-practices/#user
  CIS Docker Benchmark 4.1: a user for the container has been created
  https://kubernetes.io/docs/concepts/security/pod-security-standards/
