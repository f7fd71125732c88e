FROM jenkins/jenkins:lts
USER root
RUN apt-get update && apt-get install -y maven
# Run as an unprivileged user (added by harden)
USER 1000:1000
