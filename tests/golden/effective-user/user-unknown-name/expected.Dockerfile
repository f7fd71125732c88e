Dockerfile:5:1: error[HD103]: `USER webapp` cannot start: no account is called `webapp`
5 | USER webapp
  | ^^^^^^^^^^^

Dockerfile: `USER webapp` cannot start: no account is called `webapp`
