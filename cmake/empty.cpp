// Every target needs a source; this one only carries the precompiled header.
