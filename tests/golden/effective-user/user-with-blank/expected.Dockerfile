Dockerfile:5:1: error[HD103]: `USER web app` cannot start: no account is called `web app`
5 | USER web app
  | ^^^^^^^^^^^^

Dockerfile: `USER web app` cannot start: no account is called `web app`
