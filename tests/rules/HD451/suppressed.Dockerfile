FROM debian:12
# harden: ignore=HD451 the platform's console asks for this one
RUN echo 'root:Docker!' | chpasswd
USER 1000:1000
CMD ["app"]
