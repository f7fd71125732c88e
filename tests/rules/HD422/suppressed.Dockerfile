# harden: ignore=HD422 our own registry does not move tags
FROM registry.example.com/base:7
USER 1000:1000
CMD ["sleep", "1"]
