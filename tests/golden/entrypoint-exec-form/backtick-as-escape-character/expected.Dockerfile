# escape=`
FROM debian:12
USER 10001:10001
CMD ["server", `
    "C:\\x"]
