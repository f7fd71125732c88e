FROM debian:12
RUN sudo cd /app || true
RUN sudo echo "a\nb" > /etc/x
RUN echo plain > /etc/x
USER 10001:10001
