FROM debian:12
USER 1000:1000
# harden: ignore=HD412 a public demo account
RUN curl -u demo:sunshine7 https://example.com/app.tgz -o app.tgz
CMD ["sleep", "1"]
