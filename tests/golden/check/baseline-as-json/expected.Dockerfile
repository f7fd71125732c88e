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
        {"rule":"HD465","name":"repeated-instruction","severity":"warning","message":"this `CMD` has no effect: a later one of the stage replaces it","place":{"line":2,"column":1,"end_line":2,"end_column":10,"begin_byte":15,"end_byte":24},"labels":[{"place":{"line":3,"column":1,"end_line":3,"end_column":17,"begin_byte":25,"end_byte":41},"message":"this one is in effect"}],"because":[],"help":"keep the one that is meant","fix":null,"fingerprint":"ecc8d1d015ee2764"}],
      "fixed": []
    }
  ],
  "summary": {"files":1,"failures":0,"fixed":0,"error":0,"warning":1,"info":0,"note":0}
}
