FROM debian:12
RUN apt-get update && apt-get install -y curl
RUN curl -o- https://raw.githubusercontent.com/nvm-sh/nvm/v0.39.7/install.sh | bash
RUN . "$HOME/.nvm/nvm.sh" && nvm install 20
WORKDIR /app
COPY . .
CMD ["bash", "-c", ". $HOME/.nvm/nvm.sh && node server.js"]
