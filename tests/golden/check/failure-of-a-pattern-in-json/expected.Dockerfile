{
  "version": 1,
  "tool": {"name":"harden","version":"0.1.0"},
  "files": [
    {
      "name": "*.none",
      "failure": "*.none: no file matches this pattern; files that git ignores have to be named",
      "refused": false,
      "unusable": false,
      "verdicts": [],
      "findings": [],
      "fixed": []
    }
  ],
  "summary": {"files":1,"failures":1,"fixed":0,"error":0,"warning":0,"info":0,"note":0}
}
