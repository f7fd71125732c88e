#include "cli/config/path_ignores.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/files/clean_path.h"
#include "base/text/word_lists.h"
#include "findings/rules/expired_ignore.h"

namespace harden::cli {
namespace {

// From the folder of harden.toml on; empty for one that does not lie below.
std::string path_below(const std::string& folder, const std::string& file) {
  if (file == "-" || folder.empty()) return {};
  const std::string where = resolved(folder_of(file));
  if (where.empty()) return {};
  const std::string path = join_path(where, name_of(file));
  const std::string begin = folder == "/" ? folder : folder + '/';
  return path.starts_with(begin) ? path.substr(begin.size()) : std::string();
}

bool concerns(const PathIgnore& entry, const Diagnostic& finding) {
  return is_one_of(finding.rule, entry.rules);
}

std::string date_text(Date day) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

Diagnostic expired(const PathIgnore& entry, const Diagnostic& excused) {
  Diagnostic result =
      finding(rule::expired_ignore, excused.span,
              fmt::format("{} ignored `{}` here until {}, which is over",
                          entry.place, excused.rule, date_text(*entry.expires)),
              "mend it and remove the entry, or give it a later `expires`");
  if (!entry.reason.empty()) {
    result.because.push_back("the reason given there is: " + entry.reason);
  }
  return result;
}

}  // namespace

Date today() {
  return std::chrono::floor<std::chrono::days>(
      std::chrono::system_clock::now());
}

PathIgnores::PathIgnores(const CheckConfig& config, const std::string& file,
                         Date day) {
  if (config.ignore.empty()) return;
  const std::string path = path_below(config.folder, file);
  if (path.empty()) return;
  for (const PathIgnore& it : config.ignore) {
    if (!it.pattern.matches(path)) continue;
    const bool is_over = it.expires && *it.expires < day;
    (is_over ? expired_ : valid_).push_back(&it);
  }
}

bool PathIgnores::excuse(const Diagnostic& finding) const {
  return std::ranges::any_of(
      valid_, [&](const PathIgnore* it) { return concerns(*it, finding); });
}

bool PathIgnores::is_valid(const PathIgnore& entry) const {
  return is_one_of(&entry, valid_);
}

bool PathIgnores::is_expired(const PathIgnore& entry) const {
  return is_one_of(&entry, expired_);
}

void PathIgnores::apply(std::vector<Diagnostic>& findings) const {
  std::erase_if(findings, [&](const Diagnostic& it) { return excuse(it); });
  for (const PathIgnore* entry : expired_) {
    const auto first = std::ranges::find_if(
        findings, [&](const Diagnostic& it) { return concerns(*entry, it); });
    if (first == findings.end()) continue;
    Diagnostic said = expired(*entry, *first);
    findings.insert(first, std::move(said));
  }
}

}  // namespace harden::cli
