// AppArmor profiles of containers, on the structure of the engines' own
// (moby/profiles: apparmor/template.go).
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/rules/rule.h"
#include "base/source/source_file.h"
#include "runtime/policy.h"

namespace harden {

struct AppArmorRequest {
  AppArmorStrength strength = AppArmorStrength::container;
  bool complain = false;  // log, do not refuse
  bool abi = true;        // `abi <abi/3.0>,`
};

// The profile's name for a service: "harden-web".
std::string apparmor_profile_name(const Policy& policy);
// A whole file for /etc/apparmor.d, with how it is loaded, checked and taken
// out again in its head.
std::string apparmor_profile(const Policy& policy,
                             const AppArmorRequest& request);

// A profile from bane's settings; `notes` says which keys are wrong
// or have no effect. Throws BadInput for what is not TOML.
struct BaneProfile {
  std::string name;
  std::string text;
  Findings notes;
};
BaneProfile read_bane(const SourceFile& source);

// A rule that denials ask for.
struct ProposedRule {
  std::string rule;       // "  /run/app/*.pid w,"
  std::size_t lines = 0;  // of the log that it answers
  bool generalised = false;
  // It would undo the confinement, such as `mount`: for a person to decide.
  bool dangerous = false;
};

// What the log of the kernel or of auditd says a profile refused, or would have
// refused in complain mode. Takes line after line, so that a log of any size
// can be read; what it keeps is bounded.
class AppArmorLog {
 public:
  // `profile` is the only one whose lines count.
  explicit AppArmorLog(std::string profile);

  void add_line(std::string_view line);

  std::size_t lines() const { return lines_; }  // of the profile
  // Lines of the profile from which no rule follows: an unknown operation, a
  // cut-off line, or one rule too many.
  std::size_t not_understood() const { return not_understood_; }
  // Other profiles in the log, by name, with their lines; at most 100.
  const std::map<std::string, std::size_t>& others() const { return others_; }
  std::vector<ProposedRule> rules() const;

 private:
  struct Count {
    std::string permissions;
    std::size_t lines = 0;
    bool generalised = false;
  };
  bool is_ours(const std::string& name);

  std::string profile_;
  std::map<std::string, Count> subjects_;  // by what the rule is about
  std::map<std::string, std::size_t> others_;
  std::size_t lines_ = 0;
  std::size_t not_understood_ = 0;
};

// Rules that denials in a kernel or audit log ask for, generalised, each with
// the number of lines that it answers.
std::vector<ProposedRule> rules_from_log(std::string_view log,
                                         std::string_view profile);

}  // namespace harden
