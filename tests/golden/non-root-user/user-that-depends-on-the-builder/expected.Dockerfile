FROM debian:12
RUN useradd -u 1500 app
ARG APP_USER=app
# Said once more for the lines below
ARG APP_USER
USER app
CMD ["sleep", "1000"]
