FROM tomcat:10
COPY start.sh /usr/local/bin/
COPY app.war /usr/local/tomcat/webapps/ROOT.war
EXPOSE 8080
# Run as an unprivileged user (added by harden)
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin app && \
    mkdir -p /usr/local/tomcat/conf /usr/local/tomcat/logs /usr/local/tomcat/temp /usr/local/tomcat/webapps /usr/local/tomcat/work && \
    chown -R 10001:10001 /usr/local/tomcat/conf /usr/local/tomcat/logs /usr/local/tomcat/temp /usr/local/tomcat/webapps /usr/local/tomcat/work
USER 10001:10001
CMD ["start.sh"]
