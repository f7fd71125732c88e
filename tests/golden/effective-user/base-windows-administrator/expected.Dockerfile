Dockerfile:4:1: error[HD101]: `USER ContainerAdministrator` makes the process run as `ContainerAdministrator`
4 | USER ContainerAdministrator
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^

Dockerfile: runs as ContainerAdministrator
