module example.org/apiserver

go 1.19
