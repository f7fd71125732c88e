## harden check

| file | line | severity | rule | finding |
|---|---:|---|---|---|
| <code>Dockerfile</code> | 2 | **error** | HD103 user-cannot-start | <code>USER a&#124;&#60;b&#62;&#38;&#64;all&#60;FF&#62;␛&#91;1m&#58;&#58;x,%0A&#42;&#95;</code> cannot start&#58; no account is called <code>a&#124;&#60;b&#62;&#38;&#64;all&#60;FF&#62;␛&#91;1m</code> |
| <code>Dockerfile</code> |  |  |  | user: <code>USER a&#124;&#60;b&#62;&#38;&#64;all&#60;FF&#62;␛&#91;1m&#58;&#58;x,%0A&#42;&#95;</code> cannot start&#58; no account is called <code>a&#124;&#60;b&#62;&#38;&#64;all&#60;FF&#62;␛&#91;1m</code> |

1 finding in 1 file: 1 error, 0 warnings, 0 info, 0 notes.
