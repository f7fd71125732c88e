// What BuildKit's instructions/bflag.go and parse.go say of flags: each once
// (but for lists), with a value of its kind.
#include "dockerfile/syntax/flag_problems.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/text/ascii.h"
#include "dockerfile/syntax/logical_line.h"
#include "dockerfile/syntax/problems.h"

namespace harden::syntax {
namespace {

enum class Kind { text, list, boolean, duration, count, network, security };

struct Known {
  Keyword keyword;
  std::string_view name;
  Kind kind;
};

constexpr Known known_flags[] = {
    {Keyword::from, "platform", Kind::text},
    {Keyword::run, "mount", Kind::list},
    {Keyword::run, "device", Kind::list},
    {Keyword::run, "network", Kind::network},
    {Keyword::run, "security", Kind::security},
    {Keyword::copy, "from", Kind::text},
    {Keyword::copy, "chown", Kind::text},
    {Keyword::copy, "chmod", Kind::text},
    {Keyword::copy, "link", Kind::boolean},
    {Keyword::copy, "parents", Kind::boolean},
    {Keyword::copy, "exclude", Kind::list},
    {Keyword::add, "chown", Kind::text},
    {Keyword::add, "chmod", Kind::text},
    {Keyword::add, "link", Kind::boolean},
    {Keyword::add, "checksum", Kind::text},
    {Keyword::add, "keep-git-dir", Kind::boolean},
    {Keyword::add, "unpack", Kind::boolean},
    {Keyword::add, "exclude", Kind::list},
    {Keyword::healthcheck, "interval", Kind::duration},
    {Keyword::healthcheck, "timeout", Kind::duration},
    {Keyword::healthcheck, "start-period", Kind::duration},
    {Keyword::healthcheck, "start-interval", Kind::duration},
    {Keyword::healthcheck, "retries", Kind::count},
};

const Known* find(Keyword keyword, std::string_view name) {
  const auto* found = std::find_if(
      std::begin(known_flags), std::end(known_flags), [&](const Known& it) {
        return it.keyword == keyword && it.name == name;
      });
  return found == std::end(known_flags) ? nullptr : found;
}

// time.ParseDuration, such as `1m30s`; Docker wants at least 1ms.
bool is_duration(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  if (text.empty() || text == "0") return true;
  double milliseconds = 0;
  while (!text.empty()) {
    std::size_t digits = 0;
    while (digits < text.size() &&
           (is_digit(text[digits]) || text[digits] == '.')) {
      ++digits;
    }
    const std::string number(text.substr(0, digits));
    if (std::none_of(number.begin(), number.end(), is_digit)) return false;
    if (std::count(number.begin(), number.end(), '.') > 1) return false;
    text.remove_prefix(digits);
    constexpr std::pair<std::string_view, double> units[] = {
        {"ns", 1e-6}, {"us", 1e-3}, {"µs", 1e-3}, {"μs", 1e-3},
        {"ms", 1},    {"s", 1e3},   {"m", 6e4},   {"h", 3.6e6}};
    const auto* unit = std::find_if(
        std::begin(units), std::end(units),
        [&](const auto& it) { return text.starts_with(it.first); });
    if (unit == std::end(units)) return false;
    text.remove_prefix(unit->first.size());
    milliseconds += std::strtod(number.c_str(), nullptr) * unit->second;
  }
  return milliseconds == 0 || milliseconds >= 1;
}

bool is_count(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  return text.size() <= 9 && std::all_of(text.begin(), text.end(), is_digit);
}

bool is_boolean(std::string_view text) {
  return equals_ignoring_case(text, "true") ||
         equals_ignoring_case(text, "false");
}

// What the value should have been; empty when it is fine.
std::string_view expected(Kind kind, std::string_view value) {
  switch (kind) {
    case Kind::boolean:
      return is_boolean(value) ? "" : "`true` or `false`";
    case Kind::duration:
      return is_duration(value) ? "" : "a time with a unit, such as `30s`";
    case Kind::count:
      return is_count(value) ? "" : "a number";
    case Kind::network:
      return value == "default" || value == "none" || value == "host"
                 ? ""
                 : "`default`, `none` or `host`";
    case Kind::security:
      return value == "sandbox" || value == "insecure"
                 ? ""
                 : "`sandbox` or `insecure`";
    case Kind::text:
    case Kind::list:
      break;
  }
  return "";
}

std::string written(const Flag& flag) { return "`--" + flag.name + "`"; }

void report_value(const Flag& flag, Kind kind,
                  std::vector<Diagnostic>& problems) {
  if (!flag.value) {
    if (kind == Kind::boolean) return;
    problems.push_back(syntax_error(flag.span, written(flag) + " has no value",
                                    "write `--" + flag.name + "=…`"));
    return;
  }
  const std::string_view wanted = expected(kind, flag.value->value);
  if (wanted.empty()) return;
  problems.push_back(syntax_error(
      flag.value->span, written(flag) + " takes " + std::string(wanted) +
                            ", not `" + flag.value->value.substr(0, 40) + "`"));
}

}  // namespace

void report_flags(const Instruction& instruction,
                  std::vector<Diagnostic>& problems) {
  const auto& flags = instruction.flags;
  for (std::size_t i = 0; i < flags.size(); ++i) {
    const Known* known = find(instruction.keyword, flags[i].name);
    if (known == nullptr) continue;
    const auto first =
        std::find_if(flags.begin(), flags.end(),
                     [&](const Flag& it) { return it.name == flags[i].name; });
    if (known->kind != Kind::list && &*first != &flags[i]) {
      problems.push_back(syntax_error(
          flags[i].span, written(flags[i]) + " is given more than once"));
    }
    report_value(flags[i], known->kind, problems);
  }
}

}  // namespace harden::syntax
