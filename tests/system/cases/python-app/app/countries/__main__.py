import argparse
import logging
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

parser = argparse.ArgumentParser()
parser.add_argument("--data", type=Path, required=True)
data = parser.parse_args().data
logging.basicConfig(filename="/app/log/requests.log", level=logging.INFO)


class Countries(BaseHTTPRequestHandler):
    def reply(self, status, text=""):
        logging.info("%s %s %d", self.command, self.path, status)
        self.send_response(status)
        self.end_headers()
        self.wfile.write(text.encode())

    def file(self):
        return data / self.path.rsplit("/", 1)[-1]

    def do_PUT(self):
        size = int(self.headers["Content-Length"])
        self.file().write_bytes(self.rfile.read(size))
        self.reply(201)

    def do_GET(self):
        if self.file().is_file():
            self.reply(200, self.file().read_text())
        else:
            self.reply(404)


HTTPServer(("", 8000), Countries).serve_forever()
