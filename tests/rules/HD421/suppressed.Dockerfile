# harden: ignore=HD421 built in the step before
FROM our-own-base:latest
USER 1000:1000
CMD ["sleep", "1"]
