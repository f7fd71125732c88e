#include "knowledge/tables/cpp_constants.h"

#include <cstdio>
#include <utility>

namespace harden::knowledge {

std::string literal(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      result += '\\';
      result += c;
    } else if (byte < 0x20 || byte > 0x7E) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\%03o", byte);
      result += escape;
    } else {
      result += c;
    }
  }
  return result + "\"";
}

void field(std::string& row, const std::string& name,
           const std::string& value) {
  row += "." + name + " = " + value + ", ";
}

std::string CppConstants::list(const std::string& type,
                               const std::vector<std::string>& items) {
  if (items.empty()) return "{}";
  std::string value = "constexpr " + type + " NAME[] = {\n";
  for (const std::string& item : items) value += "    " + item + ",\n";
  value += "};\n";
  return constant(std::move(value));
}

std::string CppConstants::strings(const std::vector<std::string>& texts) {
  std::vector<std::string> items;
  for (const std::string& text : texts) items.push_back(literal(text));
  return list("std::string_view", items);
}

std::string CppConstants::indexed(const std::string& list,
                                  const std::string& name) {
  const std::string comma = name.empty() ? "" : ", ";
  return list + ", " +
         constant("constexpr auto NAME = index_words(" + list + comma + name +
                  ");\n");
}

std::string CppConstants::constant(std::string definition) {
  const auto [entry, added] = names_.try_emplace(
      definition, "kConstant" + std::to_string(names_.size()));
  if (added) {
    definition.replace(definition.find("NAME"), 4, entry->second);
    definitions_ += definition;
  }
  return entry->second;
}

}  // namespace harden::knowledge
