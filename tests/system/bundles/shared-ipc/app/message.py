"""A letter through a POSIX message queue: ROLE is receive, send or wait."""
import ctypes
import os
import sys
import time

libc = ctypes.CDLL("libc.so.6", use_errno=True)
QUEUE = b"/letters"
LONGEST = 8192  # what the kernel takes by default


def open_queue(flags):
    queue = libc.mq_open(QUEUE, flags, 0o600, None)
    if queue < 0:
        print("refused:", os.strerror(ctypes.get_errno()), flush=True)
        sys.exit(3)
    return queue


if os.environ["ROLE"] == "receive":
    queue = open_queue(os.O_CREAT | os.O_RDONLY)
    print("ready", flush=True)
    letter = ctypes.create_string_buffer(LONGEST)
    length = libc.mq_receive(queue, letter, LONGEST, None)
    print("received:", letter.raw[:length].decode(), flush=True)
elif os.environ["ROLE"] == "send":
    queue = open_queue(os.O_WRONLY)
    text = b"Lima is the capital of Peru"
    print("sent" if libc.mq_send(queue, text, len(text), 0) == 0 else "lost", flush=True)
else:
    print("ready", flush=True)
    time.sleep(600)
