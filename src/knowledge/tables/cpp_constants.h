// Writes lists as C++ constants, equal lists only once.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace harden::knowledge {

// A C++ string literal, quoted.
std::string literal(std::string_view text);

// Adds one field of a row: ".name = value, ".
void field(std::string& row, const std::string& name, const std::string& value);

class CppConstants {
 public:
  // An expression for a span over the items: the name of an array, or `{}`.
  std::string list(const std::string& type,
                   const std::vector<std::string>& items);
  std::string strings(const std::vector<std::string>& texts);
  // The arguments of NamedRows (see base/text/word_index.h) for such a list;
  // `name` tells the name of a row, if it is not the row itself.
  std::string indexed(const std::string& list, const std::string& name = {});

  // Definitions of all arrays so far, in the order of their making.
  const std::string& definitions() const { return definitions_; }

 private:
  // The name of a constant; `definition` has NAME for it.
  std::string constant(std::string definition);

  std::map<std::string, std::string> names_;
  std::string definitions_;
};

}  // namespace harden::knowledge
