::error file=Dockerfile,line=2,endLine=2,col=1,endColumn=30,title=HD103 user-cannot-start::`USER a|<b>&@all<FF>␛[1m::x,%250A*_` cannot start: no account is called `a|<b>&@all<FF>␛[1m`
