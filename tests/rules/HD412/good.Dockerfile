FROM debian:12
USER 1000:1000
ARG TOKEN
ARG VERSION=1
ENV USER_PASSWORD_FILE=/run/secrets/p
RUN --mount=type=secret,id=TOKEN,env=TOKEN npm ci --token=$TOKEN
RUN curl -u "ci:$(cat /run/secrets/p)" -u ci https://example.com/$VERSION
RUN curl -u ci:$PASSWORD --password-file=/p --password "$P" https://example.com/
RUN git clone https://$USER:$PASS@git.example.com/a/b git@example.com:a/b
RUN git clone https://user:<token>@git.example.com/a/b https://user@example.com
RUN adduser --disabled-password --gecos '' app --no-create-home
RUN wget --password=changeme --token-url=https://example.com/ --token --quiet x
RUN grep -q "BEGIN PRIVATE KEY" /etc/ssl/key.pem && echo TOKEN=x
RUN tool --allow-empty-password=abcdef --token-ttl=3600 TOKEN_COUNT=12345
RUN useradd -p sunshine7 app; curl -X POST -o u:v https://example.com/a:b@c
CMD ["sleep", "1"]
