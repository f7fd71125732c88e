Dockerfile:5:1: error[HD103]: `USER 1000:4294967295` cannot start: `4294967295` is outside the range of ids, 0 to 2147483647
5 | USER 1000:4294967295
  | ^^^^^^^^^^^^^^^^^^^^

Dockerfile: `USER 1000:4294967295` cannot start: `4294967295` is outside the range of ids, 0 to 2147483647
