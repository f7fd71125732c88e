## harden check

| file | line | severity | rule | finding |
|---|---:|---|---|---|
| <code>Dockerfile</code> |  |  |  | user: uid 1000, gid 1000 |

0 findings in 1 file: 0 errors, 0 warnings, 0 info, 0 notes.
