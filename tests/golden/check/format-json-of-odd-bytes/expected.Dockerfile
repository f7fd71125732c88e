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
        {"name":"Dockerfile","privilege":"cannot-start","uid":null,"gid":null,"user":"a|<b>&@all�\u001b[1m","root_group":false,"reason":"`USER a|<b>&@all�\u001b[1m::x,%0A*_` cannot start: no account is called `a|<b>&@all�\u001b[1m`","because":[]}],
      "findings": [
        {"rule":"HD103","name":"user-cannot-start","severity":"error","message":"`USER a|<b>&@all�\u001b[1m::x,%0A*_` cannot start: no account is called `a|<b>&@all�\u001b[1m`","place":{"line":2,"column":1,"end_line":2,"end_column":30,"begin_byte":18,"end_byte":47},"labels":[],"because":[],"help":null,"fix":null,"fingerprint":"dfc03bf4e369b357"}],
      "fixed": []
    }
  ],
  "summary": {"files":1,"failures":0,"fixed":0,"error":1,"warning":0,"info":0,"note":0}
}
