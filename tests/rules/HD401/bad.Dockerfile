FROM debian:12
COPY --chmod=4755 one /usr/local/bin/one
COPY two three four five six seven /usr/local/bin/
RUN chmod u+s /usr/local/bin/two && \
    chmod 06755 /usr/local/bin/three
RUN sudo chmod -v a+rx,u+s "/usr/local/bin/four"
RUN install -o root -m 4755 five /usr/local/bin/five
RUN ["chmod", "2755", "/usr/local/bin/six"]
RUN bash -c 'chmod ug+s /usr/local/bin/seven'
RUN <<EOF2
find /opt/bin -name '*.bin' -exec chmod 4711 {} +
EOF2
USER 1000:1000
