#include "cli/check/baseline.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "base/files/atomic_file.h"
#include "base/files/clean_path.h"
#include "base/files/read_input.h"
#include "base/quote/json_line.h"
#include "base/quote/visible_text.h"
#include "base/source/source_file.h"
#include "base/text/counted.h"
#include "cli/check/check_choices.h"
#include "findings/registry.h"
#include "findings/report/fingerprints.h"
#include "findings/rules/expired_ignore.h"

namespace harden::cli {
namespace {

constexpr const char* usual_name = "harden-baseline.json";

// That a file is of no use, and that an exception is over, is always said.
bool may_be_known(const Diagnostic& it) {
  return !find_rule(it.rule)->refuses_file &&
         it.rule != rule::expired_ignore.code;
}

// Standard input and `--run`: no files.
bool is_no_path(std::string_view name) {
  return name == "<stdin>" || name == "--run";
}

// What `files` holds has to be the same after it was written and read.
std::string as_json(std::string_view path) {
  return Json::parse(json_line(path)).get<std::string>();
}

std::string path_of(const CheckArguments& arguments) {
  if (!arguments.write_baseline || arguments.write_baseline->empty()) {
    const bool usual = arguments.baseline.empty() && arguments.write_baseline;
    return usual ? usual_name : arguments.baseline;
  }
  const std::string& path = *arguments.write_baseline;
  if (arguments.baseline.empty() || arguments.baseline == path) return path;
  throw UsageError(
      "`--write-baseline` writes the file that `--baseline` names; give only "
      "one of them a name");
}

void protect_report(const CheckArguments& arguments,
                    const std::string& target) {
  const bool same_name = !arguments.writes_to_stdout() &&
                         clean_path(arguments.output) == clean_path(target);
  if (!same_name && !arguments.replaces(target)) return;
  throw UsageError(fmt::format(
      "{} cannot hold both the report and the baseline; give one of them "
      "another name",
      target));
}

}  // namespace

Baseline::Baseline(const CheckArguments& arguments)
    : path_(path_of(arguments)), writes_(arguments.write_baseline.has_value()) {
  if (path_.empty()) return;
  if (writes_) protect_report(arguments, path_);
  read();
  folder_ = resolved(folder_of(path_));
  if (folder_.empty()) throw OutputError(path_, "there is no such folder");
}

// The first time there is nothing to read. A file that is something else is
// never replaced.
void Baseline::read() {
  if (writes_ && access(path_.c_str(), F_OK) != 0) return;
  known_ = parse_baseline(read_bytes(path_, "a baseline"), path_);
}

std::string Baseline::key_of(const std::string& name) const {
  if (is_no_path(name)) return name;
  const std::string where = resolved(folder_of(name));
  if (where.empty()) return as_json(clean_path(name));
  const std::filesystem::path path(join_path(where, name_of(name)));
  return as_json(path.lexically_relative(folder_).string());
}

void Baseline::take_known(CheckedFile& file) {
  if (path_.empty() || file.source == nullptr) return;
  const std::string key = key_of(file.name);
  const KnownFindings& before = known_[key];
  KnownFindings now;
  Fingerprints fingerprints("", *file.source);
  std::erase_if(file.findings, [&](const Diagnostic& it) {
    std::string print = fingerprints.next(it.rule, it.span);
    if (!may_be_known(it)) return false;
    const bool is_known = before.contains(print);
    if (is_known) ++left_out_;
    if (is_known || writes_) now.emplace(std::move(print), it.rule);
    return is_known || writes_;
  });
  now.merge(not_looked_for(file, before, now));
  checked_.insert(key);
  now_[key] = std::move(now);
}

KnownFindings Baseline::not_looked_for(const CheckedFile& file,
                                       const KnownFindings& before,
                                       const KnownFindings& now) {
  KnownFindings result;
  for (const auto& [print, code] : before) {
    if (now.contains(print)) continue;
    const RuleInfo* rule = find_rule(code);
    const bool is_sought =
        !file.only_root || (rule != nullptr && counts_for_root(*rule));
    if (is_sought) {
      ++gone_;
    } else {
      result.emplace(print, code);
    }
  }
  return result;
}

bool Baseline::is_there(const std::string& key) const {
  return is_no_path(key) || access(join_path(folder_, key).c_str(), F_OK) == 0;
}

// Files that were not looked at this time keep theirs.
std::string Baseline::write() {
  for (auto& [key, findings] : known_) {
    if (!checked_.contains(key) && is_there(key)) {
      now_[key] = std::move(findings);
    }
  }
  std::erase_if(now_, [](const auto& it) { return it.second.empty(); });
  const std::string losses = write_file(path_, baseline_text(now_));
  return fmt::format("wrote {}: {} in {}\n{}", visible(path_),
                     counted(count_of(now_), "finding"),
                     counted(now_.size(), "file"), visible_lines(losses));
}

std::string Baseline::finish() {
  if (path_.empty()) return {};
  if (writes_) return write();
  std::string text;
  if (left_out_ > 0) {
    text += fmt::format("{} of {} left out\n", counted(left_out_, "finding"),
                        visible(path_));
  }
  if (gone_ > 0) {
    text += fmt::format("{} of {} {} gone; `--write-baseline` takes {} out\n",
                        counted(gone_, "finding"), visible(path_),
                        gone_ == 1 ? "is" : "are", gone_ == 1 ? "it" : "them");
  }
  return text;
}

}  // namespace harden::cli
