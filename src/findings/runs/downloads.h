// Commands that bring something over the network, and what takes it.
#pragma once

#include <string_view>

#include "findings/runs/calls.h"

namespace harden::rule {

// curl, wget, fetch.
bool is_downloader(const Call& call);

// Runs what it reads from standard input: `sh`, `bash -s -- …`, `python3 -`;
// not `bash script.sh`, `python3 -m json.tool`.
bool runs_input(const Call& call);

// Compares what it reads with something that is known: `sha256sum -c`, gpg.
bool checks_input(const Call& call);

// Compares files with their checksums or signatures: `sha256sum -c`, `gpg
// --verify`, `rpm --checksig`.
bool checks_files(const Call& call);

}  // namespace harden::rule
