// Writes start scripts out of start_scripts.grammar.
#pragma once

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "statement.h"

namespace harden::differential {

class Grammar {
 public:
  // Throws std::runtime_error when the file is not a grammar.
  explicit Grammar(const std::string& path);

  // The same script for the same seed.
  Statement script(std::uint64_t seed) const;

 private:
  struct Choice {
    unsigned weight = 1;
    bool bash = false;  // nothing for other shells
    bool nests = false;
    std::vector<std::string> lines;
  };
  using Section = std::vector<Choice>;
  class Writer;

  void read_line(const std::string& line);
  void check() const;

  std::map<std::string, Section, std::less<>> sections_;
  Section* open_ = nullptr;
};

}  // namespace harden::differential
