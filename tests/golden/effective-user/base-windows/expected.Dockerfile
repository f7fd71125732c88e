Dockerfile:2:1: error[HD101]: the user `ContainerAdministrator` of the base image `mcr.microsoft.com/windows/servercore:ltsc2022` makes the process run as `ContainerAdministrator`
2 | FROM mcr.microsoft.com/windows/servercore:ltsc2022
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = because: `USER` is not added: this is a Windows image, where users and owners work in another way
  = help: set `USER ContainerUser` yourself once the program is known to run with it

Dockerfile: runs as ContainerAdministrator
