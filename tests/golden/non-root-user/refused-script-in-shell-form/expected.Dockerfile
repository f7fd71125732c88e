FROM debian:12
WORKDIR /app
COPY . .
CMD ./run.sh
