Dockerfile: unknown because nothing is known about the base image `registry.example.com/team/base:1`
