// AppArmor profiles of containers, on the structure of the engines' own
// (moby/profiles: apparmor/template.go).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "harden/diagnostic.h"
#include "harden/policy.h"
#include "harden/source_file.h"

namespace harden {

enum class AppArmorStrength : std::uint8_t {
  container,  // the engines' default rules, and the policy's denies
  strict,     // nothing but what the policy names
};

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

// A profile from bane's settings (FACTS F); `notes` says which keys are wrong
// or have no effect. Throws BadInput for what is no TOML.
struct BaneProfile {
  std::string name;
  std::string text;
  std::vector<Diagnostic> notes;
};
BaneProfile read_bane(const SourceFile& source);

// Rules that denials in a kernel or audit log ask for, generalised, each with
// the number of lines that it answers.
struct ProposedRule {
  std::string rule;  // "  /run/app/*.pid w,"
  std::size_t lines = 0;
  bool generalised = false;
};
std::vector<ProposedRule> rules_from_log(std::string_view log,
                                         std::string_view profile);

}  // namespace harden
