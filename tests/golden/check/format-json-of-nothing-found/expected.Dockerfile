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
        {"name":"Dockerfile","privilege":"unprivileged","uid":1000,"gid":1000,"user":null,"root_group":false,"reason":"`USER 1000:1000` makes the process run as uid 1000 and gid 1000","because":[]}],
      "findings": [],
      "fixed": []
    }
  ],
  "summary": {"files":1,"failures":0,"fixed":0,"error":0,"warning":0,"info":0,"note":0}
}
