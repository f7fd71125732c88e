FROM debian:12
SHELL ["/bin/bash", "-c"]
ENV BASH_ENV=/etc/profile.d/nvm.sh
USER 10001:10001
CMD ["/bin/bash", "-c", "exec redis-server"]
