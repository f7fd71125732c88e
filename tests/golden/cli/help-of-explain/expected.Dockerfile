All about one code: what is looked at, why it matters, what to do.

Usage: harden explain CODE

Positionals:
  CODE                     A code or name: HD101, root-user

Options:
  -h,--help                This page
  --no-color               No colours

Examples:
  harden explain HD101
  harden explain root-user
