"""An HTTPS server for the tested container to ask, at 127.0.0.1:9443.

The certificate and its key come in $PEM.
"""
import http.server
import os
import ssl
import tempfile


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Length", "6")
        self.end_headers()
        self.wfile.write(b"hello\n")

    def log_message(self, *arguments):
        pass


with tempfile.NamedTemporaryFile("w") as pem:
    pem.write(os.environ["PEM"])
    pem.flush()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem.name)
server = http.server.ThreadingHTTPServer(("127.0.0.1", 9443), Handler)
server.socket = context.wrap_socket(server.socket, server_side=True)
server.serve_forever()
