from python:3.12
run useradd -u 1000 app
user app
cmd ["python", "-m", "http.server"]
