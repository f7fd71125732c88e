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
      cmake --build /build --target harden && \
      cmake -D OUTPUT=/build/doc/copyright -P packaging/copyright.cmake && \
      mkdir /build/doc/licenses && \
      cp /usr/share/common-licenses/GPL-3 /usr/share/common-licenses/LGPL-2.1 \
        /build/doc/licenses/; \
    else \
      mkdir /build && \
      tar -xzf "$TARBALL" -C /build --strip-components=1 && \
      mv /build/bin/harden /build/harden && \
      mv /build/share/doc/harden /build/doc && \
      mv /build/LICENSE .; \
    fi && \
    cp LICENSE /build/doc/

FROM scratch
COPY --from=build /build/harden /usr/bin/harden
COPY --from=build /build/doc /usr/share/doc/harden
ENTRYPOINT ["/usr/bin/harden"]
CMD ["--help"]
