{
  "version": 1,
  "tool": {"name":"harden","version":"0.1.0"},
  "files": [
    {
      "name": "Dockerfile",
      "failure": null,
      "refused": false,
      "unusable": false,
      "verdicts": [
        {"name":"Dockerfile","privilege":"root","uid":0,"gid":0,"user":"root","root_group":false,"reason":"`USER` is never set in the final stage, so the process runs as uid 0","because":[]}],
      "findings": [
        {"rule":"HD101","name":"root-user","severity":"error","message":"`USER` is never set in the final stage, so the process runs as uid 0","place":{"line":1,"column":1,"end_line":1,"end_column":15,"begin_byte":0,"end_byte":14},"labels":[],"because":[],"help":"`harden FILE -o Dockerfile.secure` makes this change and writes the settings to run it with","fix":{"title":"run as 10001:10001","safety":"changes-behaviour","edits":[{"place":{"line":4,"column":1,"end_line":4,"end_column":1,"begin_byte":76,"end_byte":76},"text":"# Run as an unprivileged user (added by harden)\nRUN groupadd --gid 10001 app && \\\n    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin app && \\\n    mkdir -p /var/lib/redis && \\\n    chown -R 10001:10001 /var/lib/redis\nUSER 10001:10001\n"}],"files":[],"diff":"@@ -1,5 +1,11 @@\n FROM debian:12\n # héllo 𝒳 | `x`\n RUN echo \"é𝒳\" && sudo apt-get update\n+# Run as an unprivileged user (added by harden)\n+RUN groupadd --gid 10001 app && \\\n+    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin app && \\\n+    mkdir -p /var/lib/redis && \\\n+    chown -R 10001:10001 /var/lib/redis\n+USER 10001:10001\n CMD echo hi\n CMD redis-server\n"},"fingerprint":"1bd1dcbf42e27d72"},
        {"rule":"HD442","name":"update-alone","severity":"info","message":"the lists of packages are fetched in a layer of their own: the build cache keeps them, and a later `install` asks for versions that are old or gone","place":{"line":3,"column":1,"end_line":3,"end_column":37,"begin_byte":35,"end_byte":75},"labels":[],"because":[],"help":"put the update in front of the install, in the same `RUN`","fix":null,"fingerprint":"781ccd4a18905e66"},
        {"rule":"HD120","name":"sudo-in-run","severity":"warning","message":"`sudo` gives nothing in a `RUN` that root runs, and must be installed for it: one more program that makes other users root","place":{"line":3,"column":18,"end_line":3,"end_column":22,"begin_byte":56,"end_byte":60},"labels":[],"because":[],"help":null,"fix":{"title":"run the commands without `sudo`","safety":"changes-behaviour","edits":[{"place":{"line":3,"column":18,"end_line":3,"end_column":23,"begin_byte":56,"end_byte":61},"text":""}],"files":[],"diff":"@@ -1,5 +1,5 @@\n FROM debian:12\n # héllo 𝒳 | `x`\n-RUN echo \"é𝒳\" && sudo apt-get update\n+RUN echo \"é𝒳\" && apt-get update\n CMD echo hi\n CMD redis-server\n"},"fingerprint":"54d66f0318f8cec5"},
        {"rule":"HD465","name":"repeated-instruction","severity":"warning","message":"this `CMD` has no effect: a later one of the stage replaces it","place":{"line":4,"column":1,"end_line":4,"end_column":12,"begin_byte":76,"end_byte":87},"labels":[{"place":{"line":5,"column":1,"end_line":5,"end_column":17,"begin_byte":88,"end_byte":104},"message":"this one is in effect"}],"because":[],"help":"keep the one that is meant","fix":null,"fingerprint":"340260345eccfe1f"},
        {"rule":"HD130","name":"shell-form","severity":"info","message":"`CMD` is in shell form, so that a shell may be PID 1 and keep `SIGTERM` from the program, which is then killed","place":{"line":5,"column":1,"end_line":5,"end_column":17,"begin_byte":88,"end_byte":104},"labels":[],"because":[],"help":"write it as a list of strings: the exec form","fix":null,"fingerprint":"30561a8c4724228c"}],
      "fixed": []
    },
    {
      "name": "missing",
      "failure": "missing: no such file; give the path of a Dockerfile, or - for standard input",
      "refused": false,
      "unusable": false,
      "verdicts": [],
      "findings": [],
      "fixed": []
    },
    {
      "name": "good.txt",
      "failure": null,
      "refused": false,
      "unusable": false,
      "verdicts": [
        {"name":"good.txt","privilege":"unprivileged","uid":1000,"gid":1000,"user":null,"root_group":false,"reason":"`USER 1000:1000` makes the process run as uid 1000 and gid 1000","because":[]}],
      "findings": [],
      "fixed": []
    },
    {
      "name": "compose.yaml",
      "failure": null,
      "refused": false,
      "unusable": false,
      "verdicts": [
        {"name":"compose.yaml: web","privilege":"root","uid":0,"gid":0,"user":"root","root_group":false,"reason":"its image `nginx:1.25` starts as root","because":[]}],
      "findings": [
        {"rule":"HD213","name":"root-container","severity":"error","message":"service `web` runs as root: its image `nginx:1.25` starts as root","place":{"line":2,"column":3,"end_line":2,"end_column":6,"begin_byte":12,"end_byte":15},"labels":[],"because":[],"help":"`user: 10001:10001`, or `USER` in its Dockerfile","fix":null,"fingerprint":"753fea95a59ef6b9"},
        {"rule":"HD225","name":"writable-root","severity":"warning","message":"service `web` can write to its root file system: who breaks in changes programs, or brings his own","place":{"line":2,"column":3,"end_line":2,"end_column":6,"begin_byte":12,"end_byte":15},"labels":[],"because":[],"help":"`read_only: true`, and `tmpfs` for what it writes (CIS Docker Benchmark 1.6, 5.13)","fix":null,"fingerprint":"6cdd2703cf28d918"},
        {"rule":"HD222","name":"no-memory-limit","severity":"warning","message":"service `web` may use all of the host's memory, until other programs are ended for it","place":{"line":2,"column":3,"end_line":2,"end_column":6,"begin_byte":12,"end_byte":15},"labels":[],"because":[],"help":"`mem_limit: 512m` (CIS Docker Benchmark 1.6, 5.11)","fix":null,"fingerprint":"8833c5f3884919e5"},
        {"rule":"HD223","name":"no-cpu-limit","severity":"warning","message":"service `web` may use all of the host's processors","place":{"line":2,"column":3,"end_line":2,"end_column":6,"begin_byte":12,"end_byte":15},"labels":[],"because":[],"help":"`cpus: 1.0` (CIS Docker Benchmark 1.6, 5.12)","fix":null,"fingerprint":"6502a430b814361e"},
        {"rule":"HD224","name":"no-pids-limit","severity":"warning","message":"service `web` may start any number of processes, until the host cannot start one","place":{"line":2,"column":3,"end_line":2,"end_column":6,"begin_byte":12,"end_byte":15},"labels":[],"because":[],"help":"`pids_limit: 256` (CIS Docker Benchmark 1.6, 5.29)","fix":null,"fingerprint":"f64ed8fda81b04b7"},
        {"rule":"HD229","name":"no-health-check","severity":"info","message":"service `web` has no health check here: nobody notices when it hangs, unless its image has one","place":{"line":2,"column":3,"end_line":2,"end_column":6,"begin_byte":12,"end_byte":15},"labels":[],"because":[],"help":"`healthcheck:` (CIS Docker Benchmark 1.6, 5.27)","fix":null,"fingerprint":"aeac5c45287df50c"},
        {"rule":"HD210","name":"privileged-container","severity":"error","message":"service `web` is privileged: it has every capability and device, and root in it is root on the host","place":{"line":4,"column":17,"end_line":4,"end_column":21,"begin_byte":55,"end_byte":59},"labels":[],"because":[],"help":"remove it, and give the one capability or device that is needed (CIS Docker Benchmark 1.6, 5.5)","fix":null,"fingerprint":"2d33a10f00390889"}],
      "fixed": []
    }
  ],
  "summary": {"files":4,"failures":1,"fixed":0,"error":3,"warning":6,"info":3,"note":0}
}
