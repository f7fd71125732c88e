#include "dockerfile/syntax/problems.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/quote/visible_text.h"
#include "base/text/ascii.h"
#include "base/text/duration.h"
#include "dockerfile/syntax/logical_line.h"

namespace harden {
namespace {

void report_directives(Document& document) {
  for (std::size_t i = 0; i < document.directives.size(); ++i) {
    const Directive& it = document.directives[i];
    for (std::size_t j = 0; j < i; ++j) {
      if (document.directives[j].name != it.name) continue;
      document.problems.push_back(syntax_error(
          it.span, "the directive " + in_backticks(it.name, most_of_word) +
                       " is given twice"));
      break;
    }
    if (it.name == "escape" && it.value != "\\" && it.value != "`") {
      document.problems.push_back(
          syntax_error(it.span,
                       "the escape character must be \\ or a "
                       "backquote, not " +
                           in_backticks(it.value, most_of_word)));
    }
  }
}

// `$((1 << 20))` opens one since frontend 1.16.
bool has_blank_behind_opener(std::string_view opener) {
  const std::size_t behind = opener.find("<<") + 2;
  return behind < opener.size() && is_blank(opener[behind]);
}

void report_heredocs(Document& document) {
  for (const Instruction& it : document.instructions) {
    for (const Heredoc& heredoc : it.heredocs) {
      if (!heredoc.terminator.empty()) continue;
      std::string help =
          "its delimiter must stand alone on a line, without blanks";
      if (heredoc.strips_tabs) help += " other than leading tabs";
      if (has_blank_behind_opener(document.text(heredoc.opener))) {
        help += "; write `1<<2` if you mean a shift";
      }
      document.problems.push_back(syntax_error(
          heredoc.opener,
          "the heredoc " + in_backticks(heredoc.delimiter, most_of_word) +
              " never ends",
          std::move(help)));
    }
  }
}

bool is_stage_name(std::string_view name) {
  auto other = [](char c) {
    return is_lower(c) || is_digit(c) || c == '-' || c == '_' || c == '.';
  };
  return !name.empty() && is_lower(name.front()) &&
         std::all_of(name.begin(), name.end(), other);
}

void report_stages(Document& document) {
  for (const Stage& stage : document.stages) {
    const auto* from = document.instructions[stage.begin].as<From>();
    if (from == nullptr || !from->alias || is_stage_name(stage.name)) continue;
    document.problems.push_back(syntax_error(
        from->alias->span,
        in_backticks(from->alias->value, most_of_word) +
            " is not a valid stage name",
        "a name begins with a letter; letters, digits, `-`, `_` and `.` "
        "follow"));
  }
}

void report_order(Document& document) {
  if (document.stages.empty()) {
    document.problems.push_back(
        syntax_error({0, 0}, "there is no `FROM`, so this builds no image",
                     "is this a Dockerfile?"));
    return;
  }
  for (std::size_t i = 0; i < document.stages.front().begin; ++i) {
    const Instruction& it = document.instructions[i];
    if (it.keyword == Keyword::arg || it.keyword == Keyword::unknown) continue;
    document.problems.push_back(
        syntax_error(it.span, in_backticks(to_string(it.keyword)) +
                                  " stands before the first `FROM`; only "
                                  "`ARG` may"));
  }
}

// What BuildKit's instructions/bflag.go and parse.go say of flags: each once
// (but for lists), with a value of its kind.
enum class FlagKind { text, list, boolean, duration, count, network, security };

struct KnownFlag {
  Keyword keyword;
  std::string_view name;
  FlagKind kind;
};

constexpr KnownFlag known_flags[] = {
    {Keyword::from, "platform", FlagKind::text},
    {Keyword::run, "mount", FlagKind::list},
    {Keyword::run, "device", FlagKind::list},
    {Keyword::run, "network", FlagKind::network},
    {Keyword::run, "security", FlagKind::security},
    {Keyword::copy, "from", FlagKind::text},
    {Keyword::copy, "chown", FlagKind::text},
    {Keyword::copy, "chmod", FlagKind::text},
    {Keyword::copy, "link", FlagKind::boolean},
    {Keyword::copy, "parents", FlagKind::boolean},
    {Keyword::copy, "exclude", FlagKind::list},
    {Keyword::add, "chown", FlagKind::text},
    {Keyword::add, "chmod", FlagKind::text},
    {Keyword::add, "link", FlagKind::boolean},
    {Keyword::add, "checksum", FlagKind::text},
    {Keyword::add, "keep-git-dir", FlagKind::boolean},
    {Keyword::add, "unpack", FlagKind::boolean},
    {Keyword::add, "exclude", FlagKind::list},
    {Keyword::healthcheck, "interval", FlagKind::duration},
    {Keyword::healthcheck, "timeout", FlagKind::duration},
    {Keyword::healthcheck, "start-period", FlagKind::duration},
    {Keyword::healthcheck, "start-interval", FlagKind::duration},
    {Keyword::healthcheck, "retries", FlagKind::count},
};

const KnownFlag* find(Keyword keyword, std::string_view name) {
  const auto* found = std::find_if(
      std::begin(known_flags), std::end(known_flags), [&](const KnownFlag& it) {
        return it.keyword == keyword && it.name == name;
      });
  return found == std::end(known_flags) ? nullptr : found;
}

// BuildKit: parseOptInterval.
bool is_duration(std::string_view text) {
  if (text.empty()) return true;
  const auto time = parse_duration(text);
  return time && (time->count() == 0 || *time >= shortest_health_time);
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
std::string_view expected(FlagKind kind, std::string_view value) {
  switch (kind) {
    case FlagKind::boolean:
      return is_boolean(value) ? "" : "`true` or `false`";
    case FlagKind::duration:
      return is_duration(value) ? "" : "a time with a unit, such as `30s`";
    case FlagKind::count:
      return is_count(value) ? "" : "a number";
    case FlagKind::network:
      return value == "default" || value == "none" || value == "host"
                 ? ""
                 : "`default`, `none` or `host`";
    case FlagKind::security:
      return value == "sandbox" || value == "insecure"
                 ? ""
                 : "`sandbox` or `insecure`";
    case FlagKind::text:
    case FlagKind::list:
      break;
  }
  return "";
}

std::string written(const Flag& flag) { return "`--" + flag.name + "`"; }

void report_value(const Flag& flag, FlagKind kind,
                  std::vector<Diagnostic>& problems) {
  if (!flag.value) {
    if (kind == FlagKind::boolean) return;
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

void report_document_problems(Document& document) {
  report_directives(document);
  report_heredocs(document);
  report_broken_exec_forms(document);
  report_stages(document);
  report_order(document);
}

void report_flags(const Instruction& instruction,
                  std::vector<Diagnostic>& problems) {
  const auto& flags = instruction.flags;
  for (std::size_t i = 0; i < flags.size(); ++i) {
    const KnownFlag* known = find(instruction.keyword, flags[i].name);
    if (known == nullptr) continue;
    const auto first =
        std::find_if(flags.begin(), flags.end(),
                     [&](const Flag& it) { return it.name == flags[i].name; });
    if (known->kind != FlagKind::list && &*first != &flags[i]) {
      problems.push_back(syntax_error(
          flags[i].span, written(flags[i]) + " is given more than once"));
    }
    report_value(flags[i], known->kind, problems);
  }
}

}  // namespace harden
