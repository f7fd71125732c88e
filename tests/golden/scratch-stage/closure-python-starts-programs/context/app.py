import subprocess
subprocess.run(['date'])
