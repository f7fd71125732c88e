const fs = require('fs');
fs.writeFileSync(process.env.OUT || './out', 'x');
fs.writeFileSync(path.join(__dirname, 'uploads', 'x'), 'x');
// fs.appendFileSync('./log', 'x')
fs.readFileSync(path.join(__dirname, 'a'));
