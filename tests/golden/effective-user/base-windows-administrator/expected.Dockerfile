Dockerfile:4:1: error[HD101]: `USER ContainerAdministrator` makes the process run as `ContainerAdministrator`
4 | USER ContainerAdministrator
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = because: `USER` is not added: this is a Windows image, where users and owners work in another way
  = help: set `USER ContainerUser` yourself once the program is known to run with it

Dockerfile: runs as ContainerAdministrator
