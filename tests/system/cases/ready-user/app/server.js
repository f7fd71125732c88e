const http = require("http");
const { name, version } = require("./package.json");

http
  .createServer((request, response) => {
    response.end(`${name} ${version}: ${request.url}\n`);
  })
  .listen(3000);
