FROM mcr.microsoft.com/dotnet/sdk:6.0
SHELL ["pwsh", "-Command"]
RUN Invoke-WebRequest https://example.com/tool -OutFile /usr/local/bin/tool
# Run as an unprivileged user (added by harden)
RUN ["/bin/sh", "-c", "groupadd --gid 10001 app && useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin app"]
USER 10001:10001
CMD ["/usr/local/bin/tool"]
