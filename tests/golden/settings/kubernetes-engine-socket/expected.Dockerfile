pod.yaml:26:22: error[HD212]: container `app` of Pod `web` gets the engine's socket `/run/containerd/containerd.sock`: who talks to it starts containers that are root on the host
26 |     hostPath: {path: /run/containerd/containerd.sock}
   |                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = help: leave it out, or put a proxy in between that lets only the calls through that are needed

pod.yaml: web/app: runs as uid 10001, gid 10001
