FROM registry.example.com/base:1
USER 10001:10001
ENTRYPOINT ["dumb-init", "--"]
CMD ["server"]
