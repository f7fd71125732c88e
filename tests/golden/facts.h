// What a case comes to, apart from the words in which it is said: exit status,
// verdicts, codes and places of findings, names of written files, settings.
// A change of wording touches none of it.
#pragma once

#include <filesystem>
#include <string>

#include "golden_case.h"

namespace harden::golden {

// One fact a line. `check` and `policy` are asked for JSON; of a rewrite the
// places and codes of its messages are taken, and those two say as whom the
// images run before and after.
std::string facts(const std::filesystem::path& folder, const Words& words,
                  const Outcome& outcome, const WrittenFiles& written);

// Of the lines `NAME:LINE:COLUMN: SEVERITY[CODE]: …` in a report of text.
std::string finding_facts(const std::string& report);

}  // namespace harden::golden
