FROM nginx:1.27
COPY hooks/ /docker-entrypoint.d/
COPY site /usr/share/nginx/html
