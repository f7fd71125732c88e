FROM alpine:3.20 AS build
RUN apk add --no-cache --allow-untrusted ./a.apk

FROM debian:12
RUN apt-get update && apt-get install -y --allow-unauthenticated \
      --force-yes \
      a b
RUN apt-get -o Acquire::AllowInsecureRepositories=true update
RUN apt-get -oAPT::Get::AllowUnauthenticated=1 install a
RUN echo "deb [arch=amd64 trusted=yes] https://example.com/ stable main" \
      > /etc/apt/sources.list.d/a.list
RUN add-apt-repository "deb [trusted=yes] http://example.com/ ./"
RUN yum install -y --nogpgcheck a && dnf --setopt=a.gpgcheck=0 install b
RUN printf "[a]\nbaseurl=https://example.com/\ngpgcheck = 0\n" > /etc/yum.repos.d/a
RUN cat > /etc/yum.repos.d/b.repo <<EOF
[b]
gpgcheck=0
EOF
RUN sed -i 's/gpgcheck=1/gpgcheck=0/g' /etc/yum.conf
RUN rpm -i --nosignature a.rpm; zypper --no-gpg-checks install a
RUN echo "SigLevel = Never" >> /etc/pacman.conf
RUN ["apk", "add", "--allow-untrusted", "a.apk"]
USER 1000:1000
CMD ["app"]
