Dockerfile:3:1: error[HD103]: `USER $APP_USER` cannot start: no account is called `$APP_USER`
3 | USER '$APP_USER'
  | ^^^^^^^^^^^^^^^^
  = because: `USER '$APP_USER'` resolves to `$APP_USER`

Dockerfile: `USER $APP_USER` cannot start: no account is called `$APP_USER`
