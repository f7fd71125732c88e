FROM registry.example.com/team/base:1
COPY . /app
CMD ["/app/run"]
