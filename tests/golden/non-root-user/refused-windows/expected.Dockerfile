# escape=`
FROM mcr.microsoft.com/windows/servercore:ltsc2022
COPY app C:/app
ENTRYPOINT ["C:\\app\\server.exe"]
