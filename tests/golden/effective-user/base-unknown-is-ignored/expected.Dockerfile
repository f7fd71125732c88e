Dockerfile: unknown because nothing is known about the base image `registry.example.com/platform/java-base:17`
