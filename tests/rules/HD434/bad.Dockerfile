FROM debian:12
ENV LANG=C NODE_TLS_REJECT_UNAUTHORIZED=0
ARG PIP_TRUSTED_HOST="pypi.example.com"
RUN curl -k https://example.com/a -o a
RUN curl -fsSLk https://example.com/a -o a && \
    curl -sko a https://example.com/a && curl https://example.com/a -k
RUN apt-get update && wget -q \
      --no-check-certificate \
      # the mirror
      https://example.com/a && \
    sudo /usr/bin/curl --insecure "https://example.com/a" | tar xz
RUN V="$(curl -k https://example.com/version)" && echo "$V"
RUN pip install --trusted-host pypi.example.com --trusted-host=files.example.com app
RUN python3 -m pip install --trusted-host pypi.example.com app
RUN npm config set strict-ssl false && npm ci --strict-ssl=false
RUN yarn config set strict-ssl=false
RUN git -c http.sslVerify=false clone https://example.com/a
RUN git config --global http.sslVerify 0
RUN GIT_SSL_NO_VERIFY=true git clone https://example.com/a
RUN export PYTHONHTTPSVERIFY=0; env GIT_SSL_NO_VERIFY=1 make
RUN dnf --setopt=sslverify=false -y install a; yum --setopt sslverify=0 install b
RUN apt-get -o Acquire::https::Verify-Peer=false update
RUN composer config -g -- disable-tls true
RUN helm repo add a https://example.com --insecure-skip-tls-verify
RUN echo "sslverify=false" >> /etc/yum.conf
RUN sed -i 's/sslverify=1/sslverify=0/' /etc/yum.conf
RUN cat <<EOF > /etc/apt/apt.conf.d/99x
Acquire::https::Verify-Peer "false";
EOF
RUN ["curl", "-k", "https://example.com/a"]
RUN sh -c 'curl -k https://example.com/a'
USER 1000:1000
CMD ["app"]
