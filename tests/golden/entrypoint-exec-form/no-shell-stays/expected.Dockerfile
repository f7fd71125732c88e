FROM gcr.io/distroless/base-debian12
COPY server /server
USER 10001:10001
CMD /server
