FROM debian:12
RUN apt-get install -y --no-install-recommends allow-untrusted
RUN apt-get purge -y --force-yes a && apt-get -y autoremove --force-yes
RUN apt-get -o Acquire::AllowInsecureRepositories=false update
RUN echo "deb [signed-by=/etc/apt/keyrings/a.asc] https://example.com/ ./" > a
RUN echo "deb [trusted=yes] file:/srv/packages ./" > /etc/apt/sources.list.d/a
RUN printf "[a]\n# gpgcheck=0\ngpgcheck=1\nrepo_gpgcheck=01\n" > a.repo
RUN sed -i 's/gpgcheck=0/gpgcheck=1/' /etc/yum.conf && grep gpgcheck=0 a || true
RUN echo "--nogpgcheck" && rpm -K a.rpm && dnf --setopt=keepcache=0 install a
RUN npm --force-yes && make --allow-untrusted
USER 1000:1000
CMD ["apk", "add", "--allow-untrusted", "a.apk"]
