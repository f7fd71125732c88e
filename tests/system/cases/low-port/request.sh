http 80 GET /index.html
