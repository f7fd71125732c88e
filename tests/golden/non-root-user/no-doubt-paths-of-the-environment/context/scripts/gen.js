fs.writeFileSync('./x', 1)
