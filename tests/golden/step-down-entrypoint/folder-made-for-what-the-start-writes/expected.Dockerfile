FROM python:3.10
WORKDIR /usr/src/q
COPY requirements.txt ./
RUN pip install -r requirements.txt
COPY . .
# The start script that starts the program without root (added by harden)
COPY first_run_then_serve.secure.sh /usr/src/q/first_run_then_serve.sh
RUN mkdir -p local
EXPOSE 8000
# The start script starts the program as this user (added by harden)
RUN apt-get update && \
    apt-get install -y --no-install-recommends gosu && \
    rm -rf /var/lib/apt/lists/* && \
    gosu nobody true && \
    groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin app
CMD ["./first_run_then_serve.sh"]
