Profiles that confine a container: which files and sockets it may use, and
which system calls it may make.

Usage: harden profile VERB ...

Options:
  -h,--help                This page
  --no-color               No colours

Verbs:
  harden profile apparmor DOCKERFILE      Write an AppArmor profile
  harden profile seccomp DOCKERFILE       Write a seccomp profile
  harden profile diff A B                 Say what B allows and A does not
  harden profile lint FILE...             Say what is wrong with profiles
  harden profile test PROFILE -- CMD...   Try a profile on a program

Each has a page of its own: harden profile seccomp --help
