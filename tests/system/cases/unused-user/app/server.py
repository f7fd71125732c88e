"""Answers every GET with the path that was asked for."""
from http.server import BaseHTTPRequestHandler, HTTPServer


class Echo(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(f"you asked for {self.path}\n".encode())


HTTPServer(("", 8000), Echo).serve_forever()
