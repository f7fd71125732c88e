FROM nginx:1.27
COPY docker-entrypoint.secure.sh /docker-entrypoint.sh
COPY docker-entrypoint.d/ /docker-entrypoint.d/
ENTRYPOINT ["/docker-entrypoint.sh"]
EXPOSE 80
STOPSIGNAL SIGQUIT
# The start script starts the program as this user (added by harden)
RUN apt-get update && \
    apt-get install -y --no-install-recommends gosu && \
    rm -rf /var/lib/apt/lists/* && \
    gosu nobody true && \
    mkdir -p /var/cache/nginx /var/run && \
    chown -R 101:101 /var/cache/nginx /var/run/
CMD ["nginx", "-g", "daemon off;"]
