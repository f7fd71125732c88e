FROM debian:12
USER 1000:1000
RUN curl -fsSLo i.sh https://example.com/i.sh && sha256sum -c sums && sh i.sh
RUN curl https://example.com/sums | sha256sum -c - | sh
RUN curl https://example.com/app.tgz | tar -xz
RUN curl https://example.com/data | python3 -m json.tool | sh -c 'cat > x'
RUN curl https://example.com/data | python3 -c 'import sys' && echo x | sh
RUN curl https://example.com/data | bash parse.sh && curl https://x; sh i.sh
RUN echo "curl https://example.com/i.sh | sh" && echo '$(curl x)' > i.sh
RUN V=$(curl -s https://example.com/version) && sh install.sh "$V"
RUN sh -c "install $(cat version)" && sh <(cat i.sh)
RUN curl https://example.com/data | perl -ne 'print' | node -e '1' | ruby x.rb
RUN curl https://example.com/key | gpg --dearmor | tee key | sh
CMD ["sh", "-c", "curl https://example.com/i.sh | sh"]
