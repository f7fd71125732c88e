FROM debian:12
COPY entrypoint.sh /
ENTRYPOINT ["/entrypoint.sh"]
CMD ["server"]
