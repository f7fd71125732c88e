#include "command/capability_text.h"

#include <algorithm>
#include <map>

#include "base/text/ascii.h"
#include "knowledge/capability_names.h"
#include "knowledge/lists/confinement.h"

namespace harden {
namespace {

// Which of `e`, `i` and `p` each capability has.
using CapabilityFlags = std::map<std::string, std::string, std::less<>>;

// "cap_net_raw,cap_chown"; empty and "all" are all of them.
std::optional<std::vector<std::string>> capabilities_named(
    std::string_view list) {
  std::vector<std::string> result;
  if (list.empty() || equals_ignoring_case(list, "all")) {
    for (const std::string_view it : lists::capabilities) {
      result.emplace_back(it);
    }
    return result;
  }
  while (!list.empty()) {
    const std::string_view name = list.substr(0, list.find(','));
    const auto found = find_capability(name);
    if (!found) return std::nullopt;
    result.emplace_back(*found);
    list.remove_prefix(std::min(list.size(), name.size() + 1));
  }
  return result;
}

void apply(char op, std::string_view flags, std::string& to) {
  if (op == '=') to.clear();
  for (const char flag : flags) {
    std::erase(to, flag);
    if (op != '-') to += flag;
  }
}

// "cap_net_raw=+ep": `=` clears, and the next operator adds.
bool read_clause(std::string_view clause, CapabilityFlags& all) {
  const std::size_t begin = clause.find_first_of("+-=");
  if (begin == clause.npos) return false;
  const auto names = capabilities_named(clause.substr(0, begin));
  if (!names || (begin == 0 && clause[0] != '=')) return false;
  clause.remove_prefix(begin);
  while (!clause.empty()) {
    const std::size_t end =
        std::min(clause.find_first_of("+-=", 1), clause.size());
    const std::string_view flags = clause.substr(1, end - 1);
    if (flags.find_first_not_of("eip") != flags.npos) return false;
    for (const std::string& it : *names) apply(clause[0], flags, all[it]);
    clause.remove_prefix(end);
  }
  return true;
}

}  // namespace

std::optional<std::vector<std::string>> file_capabilities(
    std::string_view text) {
  CapabilityFlags all;
  while (true) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
    if (text.empty()) break;
    const std::string_view clause = text.substr(0, text.find_first_of(" \t"));
    if (!read_clause(clause, all)) return std::nullopt;
    text.remove_prefix(clause.size());
  }
  std::vector<std::string> result;
  for (const auto& [name, flags] : all) {
    if (flags.find('p') != flags.npos) result.push_back(name);
  }
  return result;
}

}  // namespace harden
