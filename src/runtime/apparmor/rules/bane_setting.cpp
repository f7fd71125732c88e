#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "base/rules/rule.h"
#include "base/text/ascii.h"
#include "base/text/word_lists.h"
#include "base/toml/parse_toml.h"
#include "runtime/apparmor/bane.h"

namespace harden::rule {

extern constexpr RuleInfo bane_setting = {
    .code = "HD320",
    .name = "bane-setting",
    .summary = "A setting of bane is wrong, or has no effect",
    .what =
        "Configuration files of bane, as `harden profile apparmor --bane` "
        "reads them: keys that it does not know or that stand in another "
        "table, values of another kind, names of capabilities and protocols "
        "that do not exist, and `Allow` beside `Deny`.",
    .why =
        "bane passes over an unknown key without a word, so that the profile "
        "lacks what it was to say; other mistakes end as a profile that "
        "AppArmor does not load, and the container then starts without it or "
        "not at all.",
    .remedy =
        "Correct the key or the value. What is wrong is left out of the "
        "profile, and `harden profile apparmor --bane` ends with status 1.",
    .before = "Name = \"web\"\n\n[Filesystem]\nReadOnlyPath = [\"/etc/**\"]\n",
    .references =
        {"https://github.com/genuinetools/bane",
         "https://gitlab.com/apparmor/apparmor/-/wikis/QuickProfileLanguage"},
    .severity = Severity::warning,
    .language = "toml",
};

}  // namespace harden::rule

namespace harden::apparmor {
namespace {

struct BaneKey {
  std::string_view table;  // empty: above all tables
  std::string_view name;
  Texts BaneSettings::*list;  // null: a flag or the name
  bool BaneSettings::*flag;
  ValueProblem problem;  // of one value
};
constexpr BaneKey keys[] = {
    {"", "Name", nullptr, nullptr, nullptr},
    {"", "Imports", &BaneSettings::imports, nullptr, import_problem},
    {"", "InnerImports", &BaneSettings::inner_imports, nullptr, import_problem},
    {"Filesystem", "ReadOnlyPaths", &BaneSettings::read_only_paths, nullptr,
     path_problem},
    {"Filesystem", "LogOnWritePaths", &BaneSettings::log_on_write_paths,
     nullptr, path_problem},
    {"Filesystem", "WritablePaths", &BaneSettings::writable_paths, nullptr,
     path_problem},
    {"Filesystem", "AllowExec", &BaneSettings::allow_exec, nullptr,
     path_problem},
    {"Filesystem", "DenyExec", &BaneSettings::deny_exec, nullptr, path_problem},
    {"Capabilities", "Allow", &BaneSettings::allow_capabilities, nullptr,
     capability_problem},
    {"Capabilities", "Deny", &BaneSettings::deny_capabilities, nullptr,
     capability_problem},
    {"Network", "Raw", nullptr, &BaneSettings::raw, nullptr},
    {"Network", "Packet", nullptr, &BaneSettings::packet, nullptr},
    {"Network", "Protocols", &BaneSettings::protocols, nullptr,
     protocol_problem},
};
constexpr std::array<std::string_view, 3> tables = {"Filesystem",
                                                    "Capabilities", "Network"};

// bane's reader of TOML does not look at the case of keys.
class BaneReader {
 public:
  BaneReader(const SourceFile& source, Findings& notes)
      : source_(source), notes_(notes) {}

  BaneSettings run() {
    const toml::table root = parse_toml(source_.bytes(), source_.name());
    for (const auto& [key, node] : root) {
      const auto* table =
          std::ranges::find_if(tables, [&](std::string_view it) {
            return equals_ignoring_case(it, key.str());
          });
      if (table != tables.end() && node.is_table()) {
        for (const auto& [inner, value] : *node.as_table()) {
          read(*table, inner, value);
        }
      } else if (table != tables.end()) {
        wrong(node, fmt::format("`{}` must be a table", *table));
      } else {
        read("", key, node);
      }
    }
    require_name();
    note_ignored_capabilities(root);
    return std::move(settings_);
  }

 private:
  void note(const toml::source_region& where, std::string message) {
    const std::uint32_t line =
        std::min(std::max(where.begin.line, 1U), source_.line_count());
    const auto end = source_.line_begin(line) +
                     static_cast<std::uint32_t>(source_.line(line).size());
    const std::uint32_t begin = std::min(
        source_.line_begin(line) + std::max(where.begin.column, 1U) - 1, end);
    const bool one_line = where.end.line == where.begin.line;
    const std::uint32_t stop =
        one_line ? std::min(begin + where.end.column - where.begin.column, end)
                 : end;
    notes_.push_back(
        finding(rule::bane_setting, {begin, stop}, std::move(message)));
  }
  // The profile lacks what was meant, or there is none.
  void refuse(const toml::source_region& where, std::string message) {
    note(where, std::move(message));
    notes_.back().severity = Severity::error;
  }
  void wrong(const toml::node& node, std::string message) {
    refuse(node.source(), std::move(message) + "; bane refuses the file");
  }

  void read(std::string_view table, const toml::key& key,
            const toml::node& node) {
    const auto* known = std::ranges::find_if(keys, [&](const BaneKey& it) {
      return it.table == table && equals_ignoring_case(it.name, key.str());
    });
    if (known == std::end(keys)) return unknown(table, key);
    if (known->list != nullptr) {
      read_list(*known, node);
    } else if (known->flag != nullptr) {
      const auto value = node.value_exact<bool>();
      if (!value) {
        return wrong(node,
                     fmt::format("`{}` must be true or false", known->name));
      }
      settings_.*known->flag = *value;
    } else {
      read_name(node);
    }
  }

  void unknown(std::string_view table, const toml::key& key) {
    std::vector<std::string_view> names;
    for (const BaneKey& it : keys) names.push_back(it.name);
    const auto* elsewhere = std::ranges::find_if(keys, [&](const BaneKey& it) {
      return it.table != table && equals_ignoring_case(it.name, key.str());
    });
    const std::string_view near = closest(key.str(), names);
    std::string message = fmt::format(
        "`{}` is not a key {}and has no effect", key.str(),
        table.empty() ? "above the tables " : fmt::format("of [{}] ", table));
    if (elsewhere != std::end(keys)) {
      message += elsewhere->table.empty()
                     ? "; it belongs above the tables"
                     : fmt::format("; it belongs to [{}]", elsewhere->table);
    } else if (!near.empty()) {
      message += fmt::format("; did you mean `{}`?", near);
    }
    note(key.source(), std::move(message));
  }

  void read_list(const BaneKey& key, const toml::node& node) {
    const toml::array* list = node.as_array();
    if (list == nullptr) {
      return wrong(node, fmt::format("`{}` must be a list", key.name));
    }
    Texts& all = settings_.*key.list;
    for (const toml::node& it : *list) {
      const auto text = it.value_exact<std::string>();
      if (!text) {
        wrong(it, fmt::format("`{}` must be a list of strings", key.name));
        continue;
      }
      const std::string problem = key.problem(*text);
      if (problem.empty()) {
        all.push_back(*text);
      } else {
        refuse(it.source(),
               fmt::format("`{}` {}; it is left out", key.name, problem));
      }
    }
  }

  void read_name(const toml::node& node) {
    const auto text = node.value_exact<std::string>();
    if (!text) return wrong(node, "`Name` must be a string");
    const std::string problem = name_problem(*text);
    if (!problem.empty()) {
      return refuse(node.source(), "`Name` " + problem);
    }
    settings_.name = *text;
  }

  void require_name() {
    if (!settings_.name.empty()) return;
    settings_.name = "profile";
    refuse({}, "`Name` is missing, so the profile is called `docker-profile`");
  }

  // bane writes one list or the other.
  void note_ignored_capabilities(const toml::table& root) {
    if (settings_.deny_capabilities.empty() ||
        settings_.allow_capabilities.empty()) {
      return;
    }
    settings_.allow_capabilities.clear();
    const auto at = std::ranges::find_if(root, [](const auto& it) {
      return equals_ignoring_case("Capabilities", it.first.str());
    });
    note(at->second.source(),
         "`Allow` of [Capabilities] has no effect beside `Deny`, with which "
         "all others are allowed");
  }

  const SourceFile& source_;
  Findings& notes_;
  BaneSettings settings_;
};

}  // namespace

BaneSettings read_bane_settings(const SourceFile& source, Findings& notes) {
  BaneSettings settings = BaneReader(source, notes).run();
  std::ranges::stable_sort(notes, {},
                           [](const Diagnostic& it) { return it.span.begin; });
  return settings;
}

}  // namespace harden::apparmor
