FROM debian:12
HEALTHCHECK CMD curl -f http://localhost/
ONBUILD CMD server
USER 10001:10001
CMD ["server"]
