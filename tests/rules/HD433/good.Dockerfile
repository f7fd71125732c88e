FROM debian:12 AS base
SHELL ["/bin/bash", "-euo", "pipefail", "-c"]

FROM base AS inherits
RUN curl https://example.com/list | sort > /list

FROM alpine:3.20
USER 1000:1000
# they notice themselves
RUN curl https://example.com/app.tgz | tar -xz -C /opt
RUN wget -qO- https://example.com/key | gpg --dearmor -o /key.gpg
RUN wget -qO- https://example.com/key | tee key | apt-key add -
RUN curl https://example.com/app.gz | gunzip > app
# nothing is lost
RUN echo "a" | tee /a && ls | wc -l && dmesg | grep -q x
RUN grep x /etc/passwd | cut -d: -f1 | xargs make
RUN git log | sed 's/^/  /' > /changes
RUN dpkg -l | awk '{print $2}' > /packages && rpm -ql app | sort > /files
# set in the line itself, or by the program
RUN set -eux -o pipefail; curl https://example.com/list | sort > /list
RUN bash -o pipefail -c 'curl https://example.com/list | sort > /list'
RUN curl https://example.com/list > list && sort < list
RUN curl https://example.com/a || curl https://example.com/b
# another rule's
RUN curl https://example.com/i.sh | sh
RUN ["curl", "https://example.com/list", "|", "sort"]
CMD curl https://example.com/list | sort
