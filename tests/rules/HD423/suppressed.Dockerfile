# harden: ignore=HD423 agreed with the platform team
FROM someone/debian:12
USER 1000:1000
CMD ["sleep", "1"]
