http 8080 GET /
