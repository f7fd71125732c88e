// Checks files with dockerfile-utils, all in one process.
const fs = require("fs");
const { validate } = require("dockerfile-utils");
for (const path of process.argv.slice(2)) {
  const problems = validate(fs.readFileSync(path, "utf8"));
  if (problems.length > 0) console.log(path, problems.length);
}
