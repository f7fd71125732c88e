Dockerfile:5:1: error[HD103]: `USER 0x0` cannot start: `0x0` is no number, and no account is called `0x0`
5 | USER 0x0
  | ^^^^^^^^

Dockerfile: `USER 0x0` cannot start: `0x0` is no number, and no account is called `0x0`
