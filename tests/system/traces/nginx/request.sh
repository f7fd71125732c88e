# shellcheck shell=bash disable=SC2154
http "$port" GET / || exit 1
http "$port" GET /large | wc -c
http "$port" GET /missing | head -n 1
http "$port" GET /proxied/large | wc -c
http "$port" POST /length "$(head -c 100000 /dev/zero | tr '\0' x)"
python3 - <<'END'
import ssl, urllib.request
context = ssl._create_unverified_context()
for path in "/", "/large", "/proxied/":
    url = "https://127.0.0.1:8443" + path
    print(len(urllib.request.urlopen(url, context=context).read()))
request = urllib.request.Request("http://127.0.0.1/large",
                                 headers={"Accept-Encoding": "gzip"})
print(len(urllib.request.urlopen(request).read()) < 100000)
END
