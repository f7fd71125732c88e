FROM debian:12 AS build
RUN chmod -R 777 /src

FROM debian:12
COPY --chmod=775 start.sh /start.sh
# As /tmp is.
RUN chmod 1777 /tmp /var/tmp && chmod a+rwxt /scratch && mkdir -m 1777 /run/app
# Opened for a while.
RUN chmod 777 /opt/app && make install && chmod 755 /opt/app
RUN chmod a+w /opt/log && do-it && chmod o-w /opt/log
RUN mkdir /tmp/build && chmod 777 /tmp/build && rm -rf /tmp/build
# The umask keeps others from writing.
RUN chmod +w /etc/app && chmod g+w /srv && chmod u=rwx,go= /root
RUN chmod $MODE /data && echo chmod 777 /
USER 1000:1000
