"""Answers with the greeting of its settings."""
import http.server
import json


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        with open("/app/settings.json") as file:
            text = json.load(file)["greeting"] + "\n"
        self.send_response(200)
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *arguments):
        pass


http.server.HTTPServer(("", 8000), Handler).serve_forever()
