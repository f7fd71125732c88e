FROM redis:7
ENTRYPOINT []
USER 10001:10001
CMD ["redis-server"]
