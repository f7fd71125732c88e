Dockerfile:4:1: error[HD101]: `USER ContainerAdministrator` makes the process run as `ContainerAdministrator`
4 | USER ContainerAdministrator
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = help: `harden FILE --diff` shows the change that gives it a user of its own, or what is in the way

Dockerfile: runs as ContainerAdministrator
