#!/bin/sh
chown -R app /srv/state
exec su - app -c "java -jar /app.jar"
