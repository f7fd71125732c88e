// HD423: images come from the registries that harden.toml allows.
#include <fmt/format.h>

#include <algorithm>

#include "findings/lint/lint_rules.h"
#include "findings/lint/taken_images.h"

namespace harden::lint_rules {
namespace {

bool is_host(std::string_view part) {
  return part == "localhost" ||
         part.find_first_of(".:") != std::string_view::npos;
}

// "registry.corp:5000/team": a host, and the begin of a path. What has no host
// is one of docker.io.
std::string full_entry(std::string_view entry) {
  while (entry.ends_with('/')) entry.remove_suffix(1);
  constexpr std::string_view old_name = "index.docker.io";
  if (entry == old_name || entry.starts_with("index.docker.io/")) {
    entry.remove_prefix(old_name.find("docker.io"));
  }
  const std::string_view host = entry.substr(0, entry.find('/'));
  return is_host(host) ? std::string(entry)
                       : fmt::format("docker.io/{}", entry);
}

bool is_below(std::string_view repository, std::string_view entry) {
  return !entry.empty() && repository.starts_with(entry) &&
         (repository.size() == entry.size() || repository[entry.size()] == '/');
}

std::string listed(const std::vector<std::string>& entries) {
  std::string result;
  for (const std::string& it : entries) {
    result += fmt::format("{}`{}`", result.empty() ? "" : ", ", it);
  }
  return result;
}

}  // namespace

void registry_not_allowed(const Subject& subject, Findings& findings) {
  const auto& allowed = subject.options.allowed_registries;
  if (allowed.empty()) return;
  auto is_allowed = [&](const std::string& repository) {
    return std::any_of(allowed.begin(), allowed.end(), [&](const auto& it) {
      return is_below(repository, full_entry(it));
    });
  };
  const std::string help = "allowed are " + listed(allowed);
  for (const TakenImage& it : taken_images(subject)) {
    if (!it.unknown_because.empty()) {
      findings.push_back(
          finding("HD423", it.span,
                  fmt::format("whether `{}` comes from an allowed registry is "
                              "unknown because {}",
                              it.reference, it.unknown_because),
                  help));
      continue;
    }
    const std::string repository = full_repository(it.reference);
    if (is_allowed(repository)) continue;
    findings.push_back(
        finding("HD423", it.span,
                fmt::format("`{}` comes from `{}`, which is not allowed here",
                            it.reference, repository),
                help));
  }
}

}  // namespace harden::lint_rules
