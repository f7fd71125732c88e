# shellcheck shell=bash disable=SC2154
redis "$port" PING || exit 1
redis "$port" "SET capital Lima" "GET capital" "EXPIRE capital 100" \
  "LPUSH list a b c" "LRANGE list 0 -1" "SAVE" "BGREWRITEAOF" "INFO server" \
  >/dev/null || exit 1
sleep 1
redis "$port" BGSAVE "CONFIG SET maxmemory 10mb" "FLUSHALL ASYNC" \
  "EVAL return(1) 0" "CLIENT LIST" "MEMORY DOCTOR" "LASTSAVE" >/dev/null || exit 1
python3 - <<'END'
import socket, ssl, threading

def ask(number):
    context = ssl._create_unverified_context()
    with socket.create_connection(("127.0.0.1", 6380)) as plain:
        with context.wrap_socket(plain) as server:
            for i in range(200):
                server.sendall(f"SET key{number}-{i} {'x' * 1000}\r\n".encode())
                assert server.recv(100).startswith(b"+OK")

threads = [threading.Thread(target=ask, args=(i,)) for i in range(8)]
for it in threads: it.start()
for it in threads: it.join()
END
