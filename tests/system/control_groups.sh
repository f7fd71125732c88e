# shellcheck shell=bash disable=SC2154
# Goes before each script that runs on_host (confinement.sh), and sets `first`
# to the first process of the container.

# The folder of a controller, in version 1 or 2.
control_group() { # CONTROLLER
  local names path unified=''
  while IFS=: read -r _ names path; do
    if [[ ,$names, == *,$1,* ]]; then
      echo "/sys/fs/cgroup/$1$path"
      return
    fi
    [[ -n $names ]] || unified=$path
  done <"/proc/$first/cgroup"
  echo "/sys/fs/cgroup$unified"
}

first=$1
[[ -d /proc/$first && $first -ne 0 ]] || {
  echo 'the container does not run' >&2
  exit 1
}
