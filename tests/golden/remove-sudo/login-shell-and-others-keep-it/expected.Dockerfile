FROM debian:12
RUN sudo -i echo hello
RUN sudo -s
RUN sudo -l
RUN sudo -b daemon
RUN sudo --chdir /app make
USER 10001:10001
