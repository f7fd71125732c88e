Runs a program under a seccomp profile, without any engine and without
root, and says which system calls were refused.

Usage: harden profile test PROFILE [OPTIONS] -- CMD...

Positionals:
  PROFILE                  The profile to try

Options:
  -h,--help                This page
  --on-deny kill|errno|log|strict
                           What a refused call does, not as written
  -q,--quiet               Say nothing but errors
  --no-color               No colours

Examples:
  harden profile test seccomp.json -- ls -l
  harden profile test seccomp.json --on-deny log -- python3 app.py
  harden profile test --on-deny strict -- /bin/true

--on-deny kill    a refused call ends the process
--on-deny errno   a refused call fails with EPERM
--on-deny log     a refused call goes through and is reported
--on-deny strict  the kernel's first mode: read, write, exit; no profile

Exit status:
  0  nothing was refused
  1  calls were refused
  2  not readable, no profile, no program, or wrong usage
