FROM debian:12
RUN apt-get update && apt-get install -y sudo && \
    useradd --uid 10001 app && \
    echo 'app ALL=(ALL) NOPASSWD:ALL' >> /etc/sudoers
RUN echo "app ALL=NOPASSWD: /bin/ls" | tee /etc/sudoers.d/app
RUN sed -i 's/^%sudo.*/%sudo ALL=(ALL) NOPASSWD: ALL/' /etc/sudoers
RUN cat <<EOF > /etc/sudoers.d/b
app ALL=(ALL) NOPASSWD:ALL
EOF
COPY <<EOF /etc/sudoers.d/c
app ALL=(ALL) NOPASSWD:ALL
EOF
USER 10001:10001
