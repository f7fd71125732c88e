Dockerfile:5:1: error[HD103]: `USER 2147483648` cannot start: `2147483648` is outside the range of ids, 0 to 2147483647
5 | USER 2147483648
  | ^^^^^^^^^^^^^^^

Dockerfile: `USER 2147483648` cannot start: `2147483648` is outside the range of ids, 0 to 2147483647
