FROM debian:12 AS base
RUN useradd -u 1500 app
ONBUILD USER app

FROM base
CMD ["sleep", "1000"]
