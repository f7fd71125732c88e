FROM redis:7
USER 10001:10001
CMD redis-server --save ''
