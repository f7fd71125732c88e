http 8000 GET /hello
