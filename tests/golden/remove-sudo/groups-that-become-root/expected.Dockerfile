FROM debian:12
RUN useradd --uid 10001 -G docker,sudo app
RUN usermod -aG sudo app && adduser app sudo && gpasswd -a app wheel
RUN usermod --append --groups=wheel app; addgroup app admin
USER 10001:10001
