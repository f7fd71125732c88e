[
  {"description":"`USER a|<b>&@all�\u001b[1m::x,%0A*_` cannot start: no account is called `a|<b>&@all�\u001b[1m`","check_name":"HD103","fingerprint":"429ec6ab7c75ff89","severity":"critical","location":{"path":"Dockerfile","lines":{"begin":2}}}
]
