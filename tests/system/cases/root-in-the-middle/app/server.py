"""PUT writes a note, GET reads one."""
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path


class Notes(BaseHTTPRequestHandler):
    def reply(self, status, text):
        self.send_response(status)
        self.end_headers()
        self.wfile.write(text.encode())

    def do_GET(self):
        self.reply(200, Path("notes", self.path[1:]).read_text())

    def do_PUT(self):
        size = int(self.headers["Content-Length"])
        Path("notes", self.path[1:]).write_bytes(self.rfile.read(size))
        self.reply(201, "kept\n")


HTTPServer(("", 8000), Notes).serve_forever()
