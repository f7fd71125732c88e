# harden: ignore=HD420 built in the step before
FROM our-own-base
USER 1000:1000
CMD ["sleep", "1"]
