FROM debian:12
ARG PASSWORD
RUN echo 'root:Docker!' | chpasswd
RUN useradd app && \
    # the demo
    echo "app:$PASSWORD" | sudo chpasswd -e
RUN chpasswd <<EOF
root:sunshine7
EOF
RUN chpasswd < /tmp/list
RUN echo -e "one\none" | passwd app; echo one | passwd --stdin root
RUN passwd -d root && passwd --delete app
RUN useradd -m -p '$6$salt$hash' one; useradd -p "$(openssl passwd -1 x)" two
RUN usermod --password "" three && usermod -p '' root
RUN printf 'a\na\n' | adduser four
RUN sh -c 'echo root:x | chpasswd'
USER 1000:1000
CMD ["app"]
