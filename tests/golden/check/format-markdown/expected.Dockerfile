## harden check

| file | line | severity | rule | finding |
|---|---:|---|---|---|
| <code>Dockerfile</code> | 1 | **error** | HD101 root-user | <code>USER</code> is never set in the final stage, so the process runs as uid 0<br>help: <code>harden FILE -o Dockerfile&#46;secure</code> makes this change and writes the settings to run it with |
| <code>Dockerfile</code> | 3 | info | HD442 update-alone | the lists of packages are fetched in a layer of their own&#58; the build cache keeps them, and a later <code>install</code> asks for versions that are old or gone<br>help: put the update in front of the install, in the same <code>RUN</code> |
| <code>Dockerfile</code> | 3 | warning | HD120 sudo-in-run | <code>sudo</code> gives nothing in a <code>RUN</code> that root runs, and must be installed for it&#58; one more program that makes other users root |
| <code>Dockerfile</code> | 4 | warning | HD465 repeated-instruction | this <code>CMD</code> has no effect&#58; a later one of the stage replaces it<br>help: keep the one that is meant |
| <code>Dockerfile</code> | 5 | info | HD130 shell-form | <code>CMD</code> is in shell form, so that a shell may be PID 1 and keep <code>SIGTERM</code> from the program, which is then killed<br>help: write it as a list of strings&#58; the exec form |
| <code>Dockerfile</code> |  |  |  | user: root (uid 0) |
| <code>missing</code> |  | **failure** |  | missing&#58; no such file; give the path of a Dockerfile, or - for standard input |
| <code>good&#46;txt</code> |  |  |  | user: uid 1000, gid 1000 |
| <code>compose&#46;yaml</code> | 2 | **error** | HD213 root-container | service <code>web</code> runs as root&#58; its image <code>nginx&#58;1&#46;25</code> starts as root<br>help: <code>user&#58; 10001&#58;10001</code>, or <code>USER</code> in its Dockerfile |
| <code>compose&#46;yaml</code> | 2 | warning | HD225 writable-root | service <code>web</code> can write to its root file system&#58; who breaks in changes programs, or brings his own<br>help: <code>read&#95;only&#58; true</code>, and <code>tmpfs</code> for what it writes (CIS Docker Benchmark 1&#46;6, 5&#46;13) |
| <code>compose&#46;yaml</code> | 2 | warning | HD222 no-memory-limit | service <code>web</code> may use all of the host's memory, until other programs are ended for it<br>help: <code>mem&#95;limit&#58; 512m</code> (CIS Docker Benchmark 1&#46;6, 5&#46;11) |
| <code>compose&#46;yaml</code> | 2 | warning | HD223 no-cpu-limit | service <code>web</code> may use all of the host's processors<br>help: <code>cpus&#58; 1&#46;0</code> (CIS Docker Benchmark 1&#46;6, 5&#46;12) |
| <code>compose&#46;yaml</code> | 2 | warning | HD224 no-pids-limit | service <code>web</code> may start any number of processes, until the host cannot start one<br>help: <code>pids&#95;limit&#58; 256</code> (CIS Docker Benchmark 1&#46;6, 5&#46;29) |
| <code>compose&#46;yaml</code> | 2 | info | HD229 no-health-check | service <code>web</code> has no health check here&#58; nobody notices when it hangs, unless its image has one<br>help: <code>healthcheck&#58;</code> (CIS Docker Benchmark 1&#46;6, 5&#46;27) |
| <code>compose&#46;yaml</code> | 4 | **error** | HD210 privileged-container | service <code>web</code> is privileged&#58; it has every capability and device, and root in it is root on the host<br>help: remove it, and give the one capability or device that is needed (CIS Docker Benchmark 1&#46;6, 5&#46;5) |
| <code>compose&#46;yaml&#58; web</code> |  |  |  | user: root (uid 0) |

12 findings in 4 files: 3 errors, 6 warnings, 3 info, 0 notes; 1 file could not be checked.
