# The image of harden itself. `./dev package` hardens this file with harden and
# builds what comes of it; it builds as it is, too.
ARG BASE=debian:12
FROM ${BASE} AS build
WORKDIR /src
# A tarball of ./dev package below this folder, so that nothing is compiled.
ARG TARBALL=
COPY dev ./
RUN if [ -z "$TARBALL" ]; then ./dev setup build; fi
COPY . .
RUN if [ -z "$TARBALL" ]; then \
      cmake --preset release -DHARDEN_BENCH=OFF && \
      cmake --build build/release --target harden; \
    else \
      mkdir -p build/release && \
      tar -xzf "$TARBALL" -C build/release --strip-components=2 --wildcards '*/bin/harden'; \
    fi

FROM scratch
COPY --from=build /src/build/release/harden /usr/bin/harden
ENTRYPOINT ["/usr/bin/harden"]
CMD ["--help"]
