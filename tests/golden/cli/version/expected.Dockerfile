harden 0.1.0
