# shellcheck shell=bash disable=SC2154
for what in files database threads programs secure; do
  answer=$(http "$port" GET "/$what") || exit 1
  [[ $answer == 200* ]] || exit 1
  printf '%s: %s\n' "$what" "${answer//$'\n'/ }"
done
