// Findings told apart from one run to the next.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "base/source/diagnostic.h"
#include "base/source/source_file.h"

namespace harden {

// Of the findings of one file, asked in their order. A fingerprint is made of
// the rule, the text of the line without its blanks, and how many such there
// were before: it stays when lines move. `scope` is what makes it differ from
// those of other files, such as the path.
//
// No defence against somebody who wants two findings to have the same: who may
// write to the file may also excuse what is found there.
class Fingerprints {
 public:
  Fingerprints(std::string_view scope, const SourceFile& source);

  // 16 hexadecimal digits.
  std::string next(RuleId rule, Span span);

 private:
  std::uint64_t line_hash(std::uint32_t line);

  const SourceFile& source_;
  std::uint64_t scope_;
  std::uint32_t line_ = 0;  // that of last_
  std::uint64_t last_ = 0;
  std::map<std::uint64_t, std::uint32_t> seen_;
};

}  // namespace harden
