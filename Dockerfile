# The image of harden itself. `./dev package` hardens this file with harden and
# builds what comes of it; it builds as it is, too.
ARG BASE=debian:12
FROM ${BASE} AS build
WORKDIR /src
# A tarball of ./dev package in this folder, so that nothing is compiled.
ARG TARBALL=
COPY dev ./
COPY tools tools
RUN if [ -z "$TARBALL" ]; then ./dev setup build; fi
COPY . .
# Elsewhere than in a folder that may have come along.
RUN if [ -z "$TARBALL" ]; then \
      cmake --preset release -B /build -DHARDEN_BENCH=OFF && \
      cmake --build /build --target harden; \
    else \
      mkdir /build && \
      tar -xzf "$TARBALL" -C /build --strip-components=2 --wildcards '*/bin/harden'; \
    fi

FROM scratch
COPY --from=build /build/harden /usr/bin/harden
ENTRYPOINT ["/usr/bin/harden"]
CMD ["--help"]
