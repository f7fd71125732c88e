FROM debian:12 AS build
ARG NPM_TOKEN
RUN npm config set //registry.npmjs.org/:_authToken=${NPM_TOKEN} && \
    npm ci --token="$NPM_TOKEN"
RUN curl -u ci:sunshine7 https://example.com/app.tgz -o app.tgz

FROM debian:12
USER 1000:1000
RUN git clone https://ci:ghp_9aXbT3kQzL7mWcV2nR5yJ8sD1fG4hK6pE0uY@github.com/a/b
RUN git clone https://ci:sunshine7@git.example.com/a/b
RUN echo "glpat-Zk3vT9qLw2XbN7sYc4Ha" > /root/token
RUN npm config set //registry.npmjs.org/:_authToken=q8ZbT3kQzL7mWcV2nR5yJ8sD
RUN AWS_SECRET_ACCESS_KEY=wJ4lrXUtn9EMI1K7MDENGbPxR2fiCYzz8KEYq0Lp aws s3 ls
RUN export DB_PASSWORD='sunshine7'; ./migrate
RUN sudo -E wget --quiet \
      # the old server
      --user=ci --password=sunshine7 https://example.com/app.tgz
RUN curl -sfLu "ci:sunshine7" https://example.com/ | tar xz
RUN docker login -u ci -p sunshine7 registry.example.com
RUN mc alias set s3 --secret-key sunshine7
RUN ["curl", "--user", "ci:sunshine7", "https://example.com/"]
RUN sh -c 'TOKEN=$(curl --user=ci:sunshine7 https://example.com/) ./install'
RUN cat <<EOF > /root/.netrc
glpat-Zk3vT9qLw2XbN7sYc4Ha
EOF
CMD ["sleep", "1"]
