import sqlite3
sqlite3.connect("state/app.db")
open("out.txt", "w")
