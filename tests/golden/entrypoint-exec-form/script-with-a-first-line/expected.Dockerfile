FROM debian:12
COPY tool.sh /opt/
USER 10001:10001
CMD ["/opt/tool.sh", "--serve"]
