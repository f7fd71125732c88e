FROM python:3.12
USER 10001:10001
CMD ["/bin/sh", "-c", "export A=b; if [ -f /x ]; then rm /x; fi; exec python app.py"]
