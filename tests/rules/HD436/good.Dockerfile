FROM debian:12 AS build
ARG MIRROR=http://example.com
RUN curl -fsSLo /tool http://example.com/tool && sha256sum -c sums
RUN wget http://example.com/a.rpm && rpmkeys --checksig a.rpm && rpm -i a.rpm
RUN curl -O http://example.com/a.tgz
RUN curl -O https://example.com/a.tgz.asc && gpg --verify a.tgz.asc a.tgz
FROM debian:12
RUN curl -fsSLo /tool https://example.com/tool?from=http://example.com
RUN curl -x http://proxy.example.com:3128 -e http://example.com https://example.com/tool
RUN curl --proxy http://proxy.example.com:3128 --referer http://example.com https://example.com/tool
RUN wget "$MIRROR/tool" && wget http://$MIRROR/tool && wget "http://${MIRROR}.com/tool"
RUN wget http://localhost:8080/health http://127.0.0.1/ http://[::1]/ http://mirror/tool
RUN curl -I http://example.com && wget --spider http://example.com
RUN curl -o /dev/null http://example.com && wget -qO /dev/null http://example.com
RUN echo "curl http://example.com/tool" > /usr/share/doc/how
RUN http_proxy=http://proxy.example.com:3128 curl https://example.com/tool
USER 1000:1000
HEALTHCHECK CMD curl http://example.com/
CMD ["curl", "http://example.com/"]
