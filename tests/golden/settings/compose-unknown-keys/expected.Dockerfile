compose.yaml:12:5: error[HD202]: `read_olny` is not a setting of a service: engines refuse it, or set nothing
12 |     read_olny: true
   |     ^^^^^^^^^
   = help: did you mean `read_only`?

compose.yaml:14:1: error[HD202]: `volumnes` is not a setting of a Compose file: engines refuse it, or set nothing
14 | volumnes: {}
   | ^^^^^^^^
   = help: did you mean `volumes`?

compose.yaml: web: runs as uid 10001, gid 10001
