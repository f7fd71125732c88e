module example.org/reporter

go 1.19
