import http.server
import sys


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        with open("/tmp/started", "rb") as file:
            self.wfile.write(file.read())
        with open("/data/log", "a"):
            self.wfile.write(b"stored\n")

    def log_message(self, *arguments):
        pass


http.server.HTTPServer(("", int(sys.argv[1])), Handler).serve_forever()
