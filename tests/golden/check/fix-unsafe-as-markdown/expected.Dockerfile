## harden check

| file | line | severity | rule | finding |
|---|---:|---|---|---|
| <code>Dockerfile</code> | 1 | fixed | HD101 root-user | <code>USER</code> is never set in the final stage, so the process runs as uid 0 |
| <code>Dockerfile</code> | 3 | fixed | HD120 sudo-in-run | <code>sudo</code> gives nothing in a <code>RUN</code> that root runs, and must be installed for it&#58; one more program that makes other users root |
| <code>Dockerfile</code> | 5 | fixed | HD130 shell-form | <code>CMD</code> is in shell form, so that a shell may be PID 1 and keep <code>SIGTERM</code> from the program, which is then killed |
| <code>Dockerfile</code> | 3 | info | HD442 update-alone | the lists of packages are fetched in a layer of their own&#58; the build cache keeps them, and a later <code>install</code> asks for versions that are old or gone<br>help: put the update in front of the install, in the same <code>RUN</code> |
| <code>Dockerfile</code> | 10 | warning | HD465 repeated-instruction | this <code>CMD</code> has no effect&#58; a later one of the stage replaces it<br>help: keep the one that is meant |
| <code>Dockerfile</code> |  |  |  | user: app (10001&#58;10001) |

2 findings in 1 file: 0 errors, 1 warning, 1 info, 0 notes; 3 fixed.
