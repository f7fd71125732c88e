const fs=require("fs"); fs.writeFileSync("./x.json","")
