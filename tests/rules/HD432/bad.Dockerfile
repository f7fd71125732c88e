FROM debian:12
USER 1000:1000
RUN curl -fsSL https://example.com/install.sh | sh
RUN apt-get update && \
    # the newest
    wget -qO- https://example.com/install.sh \
      | tee /tmp/log | sudo -E bash -s -- --yes && \
    rm /tmp/log
RUN /usr/bin/curl https://example.com/i.sh | /bin/bash -
RUN curl https://example.com/i.sh.gz | gunzip | FLAG=1 sh -e
RUN curl https://example.com/i.py | python3 - --yes
RUN curl -sS https://example.com/installer | php -- --quiet
RUN sh -c "$(curl -fsSL https://example.com/i.sh)"
RUN bash <(curl -s https://example.com/i.sh) --yes
RUN eval "$(wget -qO- https://example.com/env)"
RUN sh -c 'curl https://example.com/i.sh | sh'
RUN ["/bin/bash", "-c", "curl https://example.com/i.sh | bash"]
RUN if true; then curl https://example.com/i.sh | env A=b sh; fi
RUN <<EOF
set -e
curl https://example.com/i.sh |
  sh
EOF
CMD ["sleep", "1"]
