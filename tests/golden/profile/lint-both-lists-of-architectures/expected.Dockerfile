profile.json:2:2: error[HD302]: `architectures` beside `archMap`: engines refuse the profile, for one excludes the other
2 |  "architectures": ["SCMP_ARCH_X86_64"],
  |  ^^^^^^^^^^^^^^^

profile.json:5:4: error[HD302]: `name` beside `names`: engines refuse the profile, for one excludes the other
5 |   {"name": "read",
  |    ^^^^^^

profile.json: 6 system calls are allowed
