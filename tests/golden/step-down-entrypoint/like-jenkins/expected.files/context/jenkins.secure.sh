#! /bin/bash -e
# Written by harden from jenkins.sh for Dockerfile: the program starts without root.

: "${JENKINS_WAR:="/usr/share/jenkins/jenkins.war"}"
: "${JENKINS_HOME:="/var/jenkins_home"}"
touch "${COPY_REFERENCE_FILE_LOG:=$JENKINS_HOME/copy.log}" || { echo "Can not write to it. Wrong volume permissions?"; exit 1; }
echo "--- Copying files at $(date)" >> "$COPY_REFERENCE_FILE_LOG"
chown -R jenkins: "$JENKINS_HOME"

# if `docker run` first argument starts with `--` the user is passing jenkins launcher arguments
if [[ $# -lt 1 ]] || [[ "$1" == "--"* ]]; then
  java_opts_array=()
  while IFS= read -r -d '' item; do
    java_opts_array+=( "$item" )
  done < <([[ $JAVA_OPTS ]] && xargs printf '%s\0' <<<"$JAVA_OPTS")

  # Start the program without root (added by harden)
  if [ "$(id -u)" = 0 ]; then
    exec gosu 1000:1000 java -Duser.home="$JENKINS_HOME" "${java_opts_array[@]}" -jar "${JENKINS_WAR}" "$@"
  fi
  exec java -Duser.home="$JENKINS_HOME" "${java_opts_array[@]}" -jar "${JENKINS_WAR}" "$@"
fi

# As argument is not jenkins, assume user wants to run a process of their own
# Start the program without root (added by harden)
if [ "$(id -u)" = 0 ]; then
  exec gosu 1000:1000 "$@"
fi
exec "$@"
