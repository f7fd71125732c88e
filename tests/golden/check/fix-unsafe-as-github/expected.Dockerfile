::notice file=Dockerfile,line=1,endLine=1,col=1,endColumn=15,title=fixed HD101 root-user::`USER` is never set in the final stage, so the process runs as uid 0
::notice file=Dockerfile,line=3,endLine=3,col=19,endColumn=23,title=fixed HD120 sudo-in-run::`sudo` gives nothing in a `RUN` that root runs, and must be installed for it: one more program that makes other users root
::notice file=Dockerfile,line=5,endLine=5,col=1,endColumn=17,title=fixed HD130 shell-form::`CMD` is in shell form, so that a shell may be PID 1 and keep `SIGTERM` from the program, which is then killed
::warning file=Dockerfile,line=10,endLine=10,col=1,endColumn=12,title=HD465 repeated-instruction::this `CMD` has no effect: a later one of the stage replaces it%0Ahelp: keep the one that is meant
