FROM mcr.microsoft.com/dotnet/sdk:8.0 AS build
WORKDIR /src
COPY . .
RUN dotnet publish -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:8.0
WORKDIR /app
COPY --from=build /app .
# Run as an unprivileged user (added by harden)
USER 1654:1654
ENTRYPOINT ["dotnet", "Api.dll"]
