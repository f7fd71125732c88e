open("x","w")
