"""Does a little of everything; the path says what."""
import concurrent.futures
import http.server
import os
import sqlite3
import ssl
import subprocess
import tempfile
import threading
import urllib.request


def files():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "a")
        with open(path, "w") as out:
            out.write("text")
            out.flush()
            os.fsync(out.fileno())
        os.rename(path, path + "b")
        os.chmod(path + "b", 0o600)
        return str(os.listdir(folder))


def database():
    with sqlite3.connect("/data/visits.db") as store:
        store.execute("CREATE TABLE IF NOT EXISTS visit (at TEXT)")
        store.execute("INSERT INTO visit VALUES (datetime())")
        return str(store.execute("SELECT count(*) > 0 FROM visit").fetchone())


def threads():
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        return str(sum(pool.map(lambda n: n * n, range(1000))))


def programs():
    shell = subprocess.run(["sh", "-c", "ls /app | sort | wc -l"],
                           capture_output=True, text=True, check=True)
    return shell.stdout.strip()


def secure():
    context = ssl._create_unverified_context()
    url = "https://127.0.0.1:8443/files"
    return str(urllib.request.urlopen(url, context=context).status)


WHAT = {"/" + it.__name__: it
        for it in (files, database, threads, programs, secure)}


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        answer = WHAT[self.path]().encode() + b"\n"
        self.send_response(200)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)


def server(port):
    return http.server.ThreadingHTTPServer(("", port), Handler)


secured = server(8443)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain("server.pem")
secured.socket = context.wrap_socket(secured.socket, server_side=True)
threading.Thread(target=secured.serve_forever, daemon=True).start()
server(8000).serve_forever()
