Dockerfile:3:1: error[HD103]: `USER app` cannot start: no account is called `app`
3 | USER app
  | ^^^^^^^^

Dockerfile: `USER app` cannot start: no account is called `app`
