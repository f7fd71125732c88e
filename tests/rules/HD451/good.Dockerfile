FROM debian:12 AS build
RUN echo 'root:Docker!' | chpasswd

FROM debian:12
RUN useradd app && adduser -D two && adduser --disabled-password three < /dev/null
RUN useradd -p '!' a && usermod -p '*' b && usermod -p x c && passwd -l root
RUN echo "root:$(openssl rand -hex 32)" | chpasswd
RUN --mount=type=secret,id=p chpasswd < /run/secrets/p
RUN head -c 32 /dev/urandom | base64 | sed 's/^/root:/' | chpasswd
RUN getent passwd app | cut -d: -f1 && cat /etc/passwd | grep app
RUN echo "echo root:x | chpasswd" > note && yes | adduser app wheel
RUN passwd -S root | grep L && mkdir -p /etc/passwd.d && tool -p x passwd -d
USER 1000:1000
CMD echo root:x | chpasswd
