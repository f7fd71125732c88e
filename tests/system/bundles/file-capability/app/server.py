"""Answers at port 80."""
import http.server


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"Lima")


http.server.HTTPServer(("", 80), Handler).serve_forever()
