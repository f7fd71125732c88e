FROM debian:12
RUN sudo -u postgres createdb app
RUN sudo --user=app --group staff npm ci
USER 10001:10001
