FROM debian:12
RUN apt-get update && apt-get install -y --no-install-recommends default-jre-headless tini && rm -rf /var/lib/apt/lists/*
ARG uid=1000
RUN groupadd -g 1000 jenkins && useradd -d /var/jenkins_home -u 1000 -g 1000 -l -m -s /bin/bash jenkins
# What the program writes (added by harden)
RUN mkdir -p /var/jenkins_home && \
    chown -R 1000:1000 /var/jenkins_home
VOLUME /var/jenkins_home
ENV JENKINS_HOME /var/jenkins_home
COPY jenkins.war /usr/share/jenkins/
COPY jenkins.secure.sh /usr/local/bin/jenkins.sh
EXPOSE 8080
# The start script starts the program without root (added by harden)
RUN apt-get update && \
    apt-get install -y --no-install-recommends gosu && \
    rm -rf /var/lib/apt/lists/* && \
    gosu nobody true
ENTRYPOINT ["/usr/bin/tini", "--", "/usr/local/bin/jenkins.sh"]
