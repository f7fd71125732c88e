FROM busybox:1.36
COPY www /www
EXPOSE 8080
# Run as an unprivileged user (added by harden)
RUN printf 'app:x:10001:\n' >>/etc/group && \
    printf 'app:x:10001:10001::/nonexistent:/sbin/nologin\n' >>/etc/passwd
USER 10001:10001
CMD ["httpd", "-f", "-p", "8080", "-h", "/www"]
