HD001  syntax-error                error    BuildKit would refuse this line
HD002  unknown-instruction         warning  No Dockerfile frontend is known to have this instruction
HD003  broken-exec-form            warning  Looks like the exec form, but is not valid JSON
HD004  unused-suppression          warning  A suppression comment suppresses nothing
HD005  unknown-suppression-code    warning  A suppression comment names a code that does not exist
HD006  suppression-without-reason  warning  A suppression comment gives no reason where one is asked for
HD007  forbidden-suppression       error    A suppression comment is for a rule that none may suppress
HD008  expired-ignore              warning  An exception in harden.toml has expired
HD101  root-user                   error    The image runs as root
HD102  unknown-user                error    The file does not tell as whom the image runs
HD103  user-cannot-start           error    The engine refuses to start this user
HD104  root-group                  warning  The user is unprivileged, but its group is root's
HD105  lost-groups                 info     `USER user:group` drops the user's other groups
HD106  low-port                    note     A port below 1024 is fine for any user on Docker
HD107  rewrite-refused             warning  A user was not set, because the result might not run
HD108  onbuild-user                info     `ONBUILD USER` does not concern this image
HD109  written-path                info     A path that the program writes now belongs to its user
HD110  base-steps-down             info     The image starts as root; its base's entrypoint steps down
HD111  created-user                info     Which user the image runs as now, and why that one
HD112  script-steps-down           info     The image starts as root; its start script steps down
HD114  exec-still-root             note     `docker exec` and HEALTHCHECK run as root
HD115  existing-volume             note     With USER, nothing gives an existing volume to the user
HD116  script-needs-no-root        note     The start script does nothing that needs root
HD117  output-by-path              note     Logs are links to the container's output
HD120  sudo-in-run                 warning  `sudo` stands in a `RUN` that root runs anyway
HD121  sudo-at-run-time            warning  `sudo` is called when the container runs
HD122  sudo-without-password       warning  A user of the image may become root without a password
HD123  sudo-group                  warning  A user of the image is in a group that may become root
HD130  shell-form                  info     The program starts below a shell
HD140  scratch-stage               info     The image holds a system that its program does not need
HD141  base-kept                   note     The final image is not made from scratch, and why
HD142  rootfs-doubt                warning  An image from scratch may lack something
HD143  bare-scratch                info     An image from scratch lacks what programs look for
HD201  duplicate-setting           error    A key stands twice in one map
HD202  unknown-setting             error    No engine knows this setting
HD203  broken-setting              error    A setting has a value that makes no sense
HD204  unknown-value               info     A variable decides about isolation
HD210  privileged-container        error    The container is privileged
HD211  host-namespace              error    The container shares a namespace of the host
HD212  engine-socket               error    The container gets the socket of the container engine
HD213  root-container              error    The container runs as root
HD214  untold-user                 info     The file does not tell as whom the container runs
HD215  root-group-container        warning  The user is unprivileged, but its group is root's
HD216  added-capability            warning  The container gets a capability that reaches beyond it
HD217  kept-capabilities           info     The container keeps the capabilities that engines give to all
HD218  unconfined-container        warning  The container runs without seccomp, AppArmor or SELinux
HD219  host-mount                  warning  The container gets a sensitive folder of the host
HD220  relabelled-folder           warning  A mount relabels a folder that the host itself uses
HD221  host-device                 warning  The container gets a device of the host
HD222  no-memory-limit             warning  Nothing limits the memory of the container
HD223  no-cpu-limit                warning  Nothing limits the processor time of the container
HD224  no-pids-limit               warning  Nothing limits the number of processes
HD225  writable-root               warning  The root file system of the container can be written
HD226  new-privileges              warning  Programs in the container may gain privileges
HD227  open-port                   warning  A port is published on all interfaces of the host
HD228  endless-restart             info     A container that fails is started again without end
HD229  no-health-check             info     Nobody notices when the container hangs
HD230  shared-propagation          warning  What the container mounts is mounted on the host, too
HD231  shared-namespace            info     The container shares a namespace of another one
HD301  unknown-syscall             warning  A rule names a system call that does not exist
HD302  profile-contradiction       error    The profile has two keys that exclude each other
HD303  rule-without-effect         warning  A rule never matches, or does what happens anyway
HD304  repeated-argument           error    A rule has two conditions on one argument
HD305  missing-start-call          error    A call is missing without which containers do not start
HD306  dangerous-call              warning  A call is allowed that leads out of containers
HD307  wider-than-default          info     The profile allows what the engine's default does not
HD308  open-default                error    The profile lets through what it does not name
HD309  unknown-profile-key         warning  The profile has a key that engines do not know
HD310  clone3-without-enosys       warning  `clone3` does not answer ENOSYS
HD311  unfiltered-socketcall       warning  `socketcall` goes past the rules of `socket`
HD312  missing-restart-call        warning  Waits fail after `docker pause`
HD320  bane-setting                warning  A setting of bane is wrong, or has no effect
HD401  set-uid-program             warning  A program of the image is made set-uid or set-gid
HD402  set-uid-programs-of-base    info     The set-uid programs of the base image stay
HD403  world-writable              warning  Every user may write files of the image
HD410  secret-in-variable          warning  ENV, ARG or LABEL holds a secret
HD411  secret-file-copied          warning  A file with keys or credentials is copied into the image
HD412  secret-in-run               warning  A RUN line holds a secret
HD420  base-without-tag            warning  An image is named without a version
HD421  base-latest                 warning  An image is taken in its latest version
HD422  base-without-digest         warning  An image is not pinned to its content
HD423  registry-not-allowed        error    An image comes from a registry that is not allowed
HD430  add-url-without-checksum    warning  ADD downloads something that nothing checks
HD431  add-instead-of-copy         info     ADD does what COPY does
HD432  download-piped-to-shell     warning  A RUN line runs what it downloads, unchecked
HD433  pipe-without-pipefail       info     The build goes on when a download in a pipe fails
HD434  tls-check-off               warning  A program does not check whose server answers
HD435  signature-check-off         warning  Packages are installed without a look at their signature
HD436  plain-http-download         warning  A file comes over plain HTTP, and nothing checks it
HD440  package-cache-left          info     Lists or caches of a package manager stay in the image
HD441  recommended-packages        info     `apt-get install` brings packages that nobody asked for
HD442  update-alone                info     Package lists get a layer of their own
HD443  build-tool-left             info     Compilers, debuggers or login servers stay in the image
HD450  admin-port                  warning  EXPOSE names a port for logging in to a machine
HD451  password-set-in-image       warning  An account of the image gets a password
HD452  whole-context-copied        info     The image gets all files of the build context
HD453  docker-socket               warning  The image is made to command a container engine
HD454  insecure-build              warning  A `RUN` asks for all rights on the machine that builds
HD455  host-network-build          warning  A `RUN` uses the network of the machine that builds
HD460  writable-code               info     The program belongs to the user that it runs as
HD461  named-user                  info     `USER` is a name, where Kubernetes needs a number
HD463  system-folder-volume        warning  `VOLUME` names a folder of the system
HD464  system-folder-workdir       warning  `WORKDIR` is a folder of the system
HD465  repeated-instruction        warning  A stage has several CMD, ENTRYPOINT or HEALTHCHECK
HD466  no-healthcheck              info     An image that listens has no HEALTHCHECK
