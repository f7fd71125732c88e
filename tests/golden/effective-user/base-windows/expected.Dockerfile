Dockerfile:2:1: error[HD101]: the user `ContainerAdministrator` of the base image `mcr.microsoft.com/windows/servercore:ltsc2022` makes the process run as `ContainerAdministrator`
2 | FROM mcr.microsoft.com/windows/servercore:ltsc2022
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = help: `harden FILE --diff` shows the change that gives it a user of its own, or what is in the way

Dockerfile: runs as ContainerAdministrator
