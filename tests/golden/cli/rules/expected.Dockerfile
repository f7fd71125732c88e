HD001  syntax-error              error    BuildKit would refuse this line
HD002  unknown-instruction       warning  No Dockerfile frontend is known to have this instruction
HD003  broken-exec-form          warning  Looks like the exec form, but is not valid JSON
HD004  unused-suppression        warning  A suppression comment suppresses nothing
HD005  unknown-suppression-code  warning  A suppression comment names a code that does not exist
HD101  root-user                 error    The image runs as root
HD102  unknown-user              error    The file does not tell as whom the image runs
HD103  user-cannot-start         error    The engine refuses to start this user
HD104  root-group                warning  The user is unprivileged, but its group is root's
HD105  lost-groups               info     `USER user:group` drops the user's other groups
HD106  low-port                  note     A port below 1024 is fine for any user on Docker
HD107  rewrite-refused           warning  A user was not set, because the result might not run
HD108  onbuild-user              info     `ONBUILD USER` does not concern this image
HD109  written-path              info     A path that the program writes now belongs to its user
HD110  base-steps-down           info     The image starts as root; its base's entrypoint steps down
HD111  created-user              info     Which user the image runs as now, and why that one
HD112  script-steps-down         info     The image starts as root; its start script steps down
HD114  exec-still-root           note     `docker exec` and HEALTHCHECK run as root
HD115  existing-volume           note     With USER, nothing gives an existing volume to the user
HD116  script-needs-no-root      note     The start script does nothing that needs root
HD117  output-by-path            note     Logs are links to the container's output
HD120  sudo-in-run               warning  `sudo` stands in a `RUN` that root runs anyway
HD121  sudo-at-run-time          warning  `sudo` is called when the container runs
HD122  sudo-without-password     warning  A user of the image may become root without a password
HD123  sudo-group                warning  A user of the image is in a group that may become root
HD130  shell-form                info     The program starts below a shell
HD140  scratch-stage             info     The image holds a system that its program does not need
HD141  base-kept                 note     The final image is not made from scratch, and why
HD142  rootfs-doubt              warning  An image from scratch may lack something
HD143  bare-scratch              info     An image from scratch lacks what programs look for
