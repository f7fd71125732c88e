"""Counts visits, and tells what the service can reach.

GET /            the number of visits so far
GET /status      whether it could store, write to /tmp, and what its clock says
GET /peer?NAME   asks https://NAME:9443/, and says who was trusted
"""
import http.server
import os
import socket
import sqlite3
import tempfile
import time
import urllib.error
import urllib.request

from fingerprint import fingerprint

DATABASE = os.environ.get("DATABASE", "/data/visits.db")


def count_visit():
    with sqlite3.connect(DATABASE) as database:
        database.execute("CREATE TABLE IF NOT EXISTS visits (path TEXT)")
        database.execute("INSERT INTO visits VALUES ('/')")
        return database.execute("SELECT count(*) FROM visits").fetchone()[0]


def status():
    with tempfile.TemporaryFile(dir="/tmp") as file:
        file.write(b"x")
    return (
        f"stored: {'yes' if count_visit() > 0 else 'no'}\n"
        "tmp: yes\n"
        f"zone: {time.strftime('%Z')}\n"
        f"fingerprint: {fingerprint('harden'):08x}\n"
    )


def peer(name):
    address = socket.getaddrinfo(name, 9443, type=socket.SOCK_STREAM)[0][4][0]
    try:
        with urllib.request.urlopen(f"https://{name}:9443/", timeout=5) as answer:
            said = answer.read().decode()
    except urllib.error.URLError as error:
        said = f"refused: {error.reason}"
    return f"address: {address}\npeer: {said}\n"


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        path, _, query = self.path.partition("?")
        if path == "/":
            text = f"visits: {count_visit()}\n"
        elif path == "/status":
            text = status()
        elif path == "/peer":
            text = peer(query)
        else:
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *arguments):
        pass


if __name__ == "__main__":
    http.server.ThreadingHTTPServer(("", 8080), Handler).serve_forever()
