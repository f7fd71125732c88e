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
        {"name":"Dockerfile","privilege":"unprivileged","uid":10001,"gid":10001,"user":"app","root_group":false,"reason":"`USER 10001:10001` makes the process run as uid 10001 and gid 10001","because":["`app` is created in line 5 with uid 10001"]}],
      "findings": [
        {"rule":"HD442","name":"update-alone","severity":"info","message":"the lists of packages are fetched in a layer of their own: the build cache keeps them, and a later `install` asks for versions that are old or gone","place":{"line":3,"column":1,"end_line":3,"end_column":32,"begin_byte":35,"end_byte":70},"labels":[],"because":[],"help":"put the update in front of the install, in the same `RUN`","fix":null,"fingerprint":"a1eec6a5e9a612df"},
        {"rule":"HD465","name":"repeated-instruction","severity":"warning","message":"this `CMD` has no effect: a later one of the stage replaces it","place":{"line":10,"column":1,"end_line":10,"end_column":12,"begin_byte":369,"end_byte":380},"labels":[{"place":{"line":11,"column":1,"end_line":11,"end_column":21,"begin_byte":381,"end_byte":401},"message":"this one is in effect"}],"because":[],"help":"keep the one that is meant","fix":null,"fingerprint":"340260345eccfe1f"}],
      "fixed": [
        {"rule":"HD101","name":"root-user","severity":"error","message":"`USER` is never set in the final stage, so the process runs as uid 0","place":{"line":1,"column":1,"end_line":1,"end_column":15,"begin_byte":0,"end_byte":14},"title":"run as 10001:10001"},
        {"rule":"HD120","name":"sudo-in-run","severity":"warning","message":"`sudo` gives nothing in a `RUN` that root runs, and must be installed for it: one more program that makes other users root","place":{"line":3,"column":18,"end_line":3,"end_column":22,"begin_byte":56,"end_byte":60},"title":"run the commands without `sudo`"},
        {"rule":"HD130","name":"shell-form","severity":"info","message":"`CMD` is in shell form, so that a shell may be PID 1 and keep `SIGTERM` from the program, which is then killed","place":{"line":5,"column":1,"end_line":5,"end_column":17,"begin_byte":88,"end_byte":104},"title":"written in exec form"}]
    }
  ],
  "summary": {"files":1,"failures":0,"fixed":3,"error":0,"warning":1,"info":1,"note":0}
}
