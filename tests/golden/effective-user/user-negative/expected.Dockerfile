Dockerfile:5:1: error[HD103]: `USER -1` cannot start: `-1` is outside the range of ids, 0 to 2147483647
5 | USER -1
  | ^^^^^^^

Dockerfile: `USER -1` cannot start: `-1` is outside the range of ids, 0 to 2147483647
