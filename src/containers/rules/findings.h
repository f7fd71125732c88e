// What the rules about containers say, and what they share.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/source/diagnostic.h"
#include "containers/container_settings.h"
#include "dockerfile/image_state.h"

namespace harden::settings {

class Findings {
 public:
  Findings(const ContainerSettings& container, std::vector<Diagnostic>& out)
      : container_(container), out_(out) {}

  // `check`: the number in section 5 of the CIS Docker Benchmark, where one is
  // about the same; what Kubernetes starts it does not speak of.
  void add(RuleId rule, Severity severity, Span span, std::string message,
           std::string_view help, std::string_view check = {});
  // The same with the facts that led there.
  void add_because(RuleId rule, Severity severity, Span span,
                   std::string message, std::vector<std::string> because,
                   std::string_view help);

 private:
  const ContainerSettings& container_;
  std::vector<Diagnostic>& out_;
};

// How something is written in each form.
std::string_view written(const ContainerSettings& container,
                         std::string_view compose, std::string_view kubernetes,
                         std::string_view run);

// Whether a setting that is not there may be there after all: a variable
// decides, or another file. `names`: what the forms call it.
bool may_be_set(const ContainerSettings& container,
                std::initializer_list<std::string_view> names);

// The rules, one function for each file or so.
using Rule = void (*)(const ContainerSettings&, Findings&);
void find_privileged(const ContainerSettings& container, Findings& out);
void find_namespaces(const ContainerSettings& container, Findings& out);
void find_unconfined(const ContainerSettings& container, Findings& out);
void find_new_privileges(const ContainerSettings& container, Findings& out);
void find_capabilities(const ContainerSettings& container, Findings& out);
void find_mounts(const ContainerSettings& container, Findings& out);
void find_devices(const ContainerSettings& container, Findings& out);
void find_ports(const ContainerSettings& container, Findings& out);
void find_limits(const ContainerSettings& container, Findings& out);
void find_writable_root(const ContainerSettings& container, Findings& out);
void find_upkeep(const ContainerSettings& container, Findings& out);
void find_unknown(const ContainerSettings& container, Findings& out);
void find_user(const ContainerSettings& container, const EffectiveUser& user,
               Findings& out);

}  // namespace harden::settings
