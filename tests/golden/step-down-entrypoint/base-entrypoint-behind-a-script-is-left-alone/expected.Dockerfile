FROM postgres:16
COPY start.sh /
ENTRYPOINT ["/start.sh"]
CMD ["postgres"]
