module api
go 1.19
