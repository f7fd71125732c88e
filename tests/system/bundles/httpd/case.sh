# shellcheck shell=bash disable=SC2034
# Apache, whose folder of logs holds its process id.
listens=80
program='httpd |apache2 '
