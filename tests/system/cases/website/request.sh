# shellcheck shell=bash
trusted=$(http 80 GET /peer) || exit 1
# It starts at the same time.
[[ $trusted == *hello* ]] || exit 1
http 80 GET /
http 80 GET /style.css
http 80 GET /healthy
http 80 GET /nowhere
http 80 GET /clock.txt
# A note is a file in /tmp first, and then one in the volume.
[[ $(http 80 PUT /notes/today 'some text') != 201* ]] || echo 'tmp: yes'
[[ $(http 80 GET /notes/today) != *'some text' ]] || echo 'stored: yes'
echo "peer: ${trusted##*$'\n'}"
echo "peer: refused: $(http 80 GET /stranger | head -n 1)"
