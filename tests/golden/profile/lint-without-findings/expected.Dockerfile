good.json: 218 system calls are allowed
