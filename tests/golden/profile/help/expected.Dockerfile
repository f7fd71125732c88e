Profiles that confine a container: which system calls it may make.

Usage: harden profile VERB ...

Options:
  -h,--help                This page
  --no-color               No colours

Verbs:
  harden profile seccomp DOCKERFILE       Write a profile for the image
  harden profile diff A B                 Say what B allows and A does not
  harden profile lint FILE...             Say what is wrong with profiles
  harden profile test PROFILE -- CMD...   Try a profile on a program

Each has a page of its own: harden profile seccomp --help
