FROM debian:12
RUN apt-get update && apt-get install -y slapd
CMD ["slapd", "-d", "0", "-h", "ldap:///", "-u", "openldap", "-g", "openldap"]
