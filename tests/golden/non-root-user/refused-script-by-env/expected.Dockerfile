FROM debian:12
COPY boot /boot.d/
CMD ["/usr/bin/env", "MODE=prod", "/boot.d/run"]
