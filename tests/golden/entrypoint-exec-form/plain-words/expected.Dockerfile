FROM python:3.12
USER 10001:10001
CMD ["python", "app.py", "--name", "a b", "--json", "{\"a\": 1}", "it's", ""]
