Dockerfile:3:1: error[HD103]: `USER nobody` cannot start: there is no /etc/passwd, so no account is called `nobody`
3 | USER nobody
  | ^^^^^^^^^^^

Dockerfile: `USER nobody` cannot start: there is no /etc/passwd, so no account is called `nobody`
