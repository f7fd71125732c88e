profile.json:1:19: error[HD308]: all calls that the profile does not name go through (SCMP_ACT_ALLOW), new ones too
1 | {"defaultAction": "SCMP_ACT_ALLOW",
  |                   ^^^^^^^^^^^^^^^^
  = help: name what is needed, and take SCMP_ACT_ERRNO as the default

profile.json: 0 system calls are allowed
