FROM debian:12
ENV NODE_TLS_REJECT_UNAUTHORIZED=1 GIT_SSL_NO_VERIFY=0 PIP_TRUSTED_HOST= \
    GIT_SSL_CAINFO=/etc/ssl/ca.pem
RUN curl -fsSL -o -k https://example.com/a && curl -HKk https://example.com/a
RUN curl -A "-k" https://example.com/a -Xk && sort -k 2 a && ls -k
RUN curl -k https://localhost:8443/health && curl --insecure https://127.0.0.1/
RUN wget --ca-certificate=/ca.pem https://example.com/no-check-certificate
RUN echo "curl -k https://example.com/a" && echo "# sslverify=false" >> a
RUN npm config set strict-ssl true && npm config get strict-ssl false-friend
RUN git config http.sslVerify true && git -c core.x=false clone https://x.org/a
RUN dnf --setopt=install_weak_deps=false install a
RUN sed -i 's/sslverify=0/sslverify=1/' /etc/yum.conf
RUN pip install trusted-host && apk add ca-certificates
RUN apt-get -o Acquire::https::Verify-Peer=true update && VERIFY=0 make
HEALTHCHECK CMD curl -k https://localhost/
USER 1000:1000
CMD curl -k https://example.com/a
