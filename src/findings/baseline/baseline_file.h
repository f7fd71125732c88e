// The findings that a project has decided to live with for now, as a file:
//
//   {
//     "harden_baseline": 1,
//     "files": {
//       "web/Dockerfile": [
//         {"rule": "HD101", "fingerprint": "0123456789abcdef"}
//       ]
//     }
//   }
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace harden::cli {

// The rule's code by the finding's fingerprint.
using KnownFindings = std::map<std::string, std::string>;
// By the file's path, relative to the folder of the baseline.
using KnownFiles = std::map<std::string, KnownFindings>;

// Throws BadInput when it is none. `file` is for messages.
KnownFiles parse_baseline(std::string_view text, const std::string& file);

// The same findings give the same text: one line each, in the order of files,
// rules and fingerprints. Files without findings are left out.
std::string baseline_text(const KnownFiles& files);

std::size_t count_of(const KnownFiles& files);

}  // namespace harden::cli
