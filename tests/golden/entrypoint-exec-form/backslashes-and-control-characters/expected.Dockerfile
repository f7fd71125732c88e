FROM debian:12
USER 10001:10001
CMD ["server", "a\\b", "tab\tin \"quotes\"", "ü"]
