import subprocess
subprocess.run(['ffmpeg'])
