Dockerfile:5:1: error[HD103]: `USER root # for now` cannot start: no account is called `root # for now`; a comment needs a line of its own
5 | USER root # for now
  | ^^^^^^^^^^^^^^^^^^^

Dockerfile: `USER root # for now` cannot start: no account is called `root # for now`; a comment needs a line of its own
