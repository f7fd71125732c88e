#include <algorithm>

#include "runtime/apparmor/apparmor.h"
#include "runtime/apparmor/denial.h"
#include "runtime/apparmor/denial_rule.h"

namespace harden {
namespace {

// A program that walks through file names must not fill the memory.
constexpr std::size_t most_rules = 10000;
constexpr std::size_t most_others = 100;
// The kernel's own lines are shorter (AUDIT_MESSAGE_TEXT_MAX).
constexpr std::size_t longest_line = 16384;

}  // namespace

AppArmorLog::AppArmorLog(std::string profile) : profile_(std::move(profile)) {}

// In complain mode a program without a rule gets a profile of its own below.
bool AppArmorLog::is_ours(const std::string& name) {
  if (name == profile_ || name.starts_with(profile_ + "//null-")) return true;
  if (name.empty()) return false;
  const auto found = others_.find(name);
  if (found != others_.end()) {
    ++found->second;
  } else if (others_.size() < most_others) {
    others_[name] = 1;
  }
  return false;
}

void AppArmorLog::add_line(std::string_view line) {
  const auto denial = apparmor::read_denial(line.substr(0, longest_line));
  if (!denial || !is_ours(denial->profile)) return;
  ++lines_;
  const auto wanted = apparmor::wanted_rule(*denial);
  const bool known = wanted && subjects_.contains(wanted->subject);
  if (!wanted || (!known && subjects_.size() >= most_rules)) {
    ++not_understood_;
    return;
  }
  Count& count = subjects_[wanted->subject];
  count.permissions =
      apparmor::sorted_permissions(count.permissions + wanted->permissions);
  count.lines += 1;
  count.generalised = count.generalised || wanted->generalised;
}

std::vector<ProposedRule> AppArmorLog::rules() const {
  std::vector<ProposedRule> result;
  for (const auto& [subject, count] : subjects_) {
    ProposedRule rule;
    rule.rule = "  " + subject;
    if (!count.permissions.empty()) rule.rule += " " + count.permissions;
    rule.rule += ",";
    rule.lines = count.lines;
    rule.generalised = count.generalised;
    rule.dangerous = apparmor::is_dangerous(subject, count.permissions);
    result.push_back(std::move(rule));
  }
  return result;
}

std::vector<ProposedRule> rules_from_log(std::string_view log,
                                         std::string_view profile) {
  AppArmorLog reader{std::string(profile)};
  while (!log.empty()) {
    const std::size_t end = std::min(log.find('\n'), log.size());
    reader.add_line(log.substr(0, end));
    log.remove_prefix(std::min(end + 1, log.size()));
  }
  return reader.rules();
}

}  // namespace harden
