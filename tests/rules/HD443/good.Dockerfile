FROM debian:12 AS build
RUN apt-get update && apt-get install -y gcc openssh-server

FROM debian:12
RUN apt-get update && apt-get install -y gcc libpq-dev && make && \
    apt-get purge -y --auto-remove gcc libpq-dev
RUN apk add --no-cache --virtual .build-deps gcc musl-dev && \
    pip install --no-cache-dir . && apk del .build-deps
RUN set -eux; deps='gcc make'; apt-get install -y $deps make; \
    apt-get purge -y --auto-remove $deps
RUN apt-get install -y libfoo-dev && apt-get remove -y '*-dev'
RUN savedAptMark="$(apt-mark showmanual)"; apt-get install -y g++; \
    apt-mark auto '.*' > /dev/null; apt-get purge -y --auto-remove
RUN apt-get install -y openssh-client curl gdbm-l10n && pip install gdb make
RUN echo gcc make
USER 1000:1000
