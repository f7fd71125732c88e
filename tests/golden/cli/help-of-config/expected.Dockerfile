Prints what holds for files: the settings of the nearest harden.toml, of
the command line, and what harden does of its own accord.

Usage: harden config [FILE...] [OPTIONS]

Positionals:
  FILE                     Files whose settings are printed

Options:
  -h,--help                This page
  --format text|json       How they are printed
  --config FILE            Settings, if not the nearest harden.toml
  --unknown fail|warn|ignore
                           If the file does not tell the user (fail)
  --allow-step-down yes|no If starting as root and stepping down is fine
  --fail-level LEVEL       error (default), warning, info or never
  --only-root              Report nothing but who the program runs as
  --rootfs auto|scratch|keep
                           Final image from scratch where that is safe (auto)
  --artifact PATH          The program in the image, if it is not found
  --keep PATH              What a scratch image takes along besides
  --keep-shell             Take a shell along, and what scripts start
  --drop-healthcheck       Drop one that a scratch image cannot run
  --set KEY=VALUE          A setting of [policy]: limits.memory=1g
  --no-color               No colours

Examples:
  harden config
  harden config web/Dockerfile
  harden config web/Dockerfile --fail-level=warning --set limits.memory=1g
  harden config web/Dockerfile --format json

The text is a harden.toml with the same meaning. A comment behind each setting
says where it comes from. docs/harden.schema.json describes the file for
editors.

Exit status:
  0  printed
  2  a file or harden.toml is not readable or wrong, or wrong usage
