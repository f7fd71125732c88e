FROM maven:3.9
WORKDIR /app
COPY . .
CMD ["mvn", "spring-boot:run"]
