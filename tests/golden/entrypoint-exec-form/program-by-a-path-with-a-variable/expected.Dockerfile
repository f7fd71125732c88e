FROM debian:12
ENV HOME_OF=/opt
USER 10001:10001
CMD ["/bin/sh", "-c", "exec $HOME_OF/bin/server"]
