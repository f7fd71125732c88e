FROM gcr.io/distroless/java17-debian12
COPY app.jar /app.jar
VOLUME /data
CMD ["/app.jar"]
