FROM python:3.12
RUN <<EOF
#!/usr/bin/env python3
import os
os.system("sudo id")
EOF
USER 10001:10001
