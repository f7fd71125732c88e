#include <fmt/format.h>

#include <algorithm>

#include "base/text/joined_texts.h"
#include "findings/images/taken_images.h"
#include "findings/subject.h"

namespace harden::rule {

extern constexpr RuleInfo registry_not_allowed = {
    .code = "HD423",
    .name = "registry-not-allowed",
    .summary = "An image comes from a registry that is not allowed",
    .what =
        "harden.toml lists registries, `registry.corp` or "
        "`docker.io/library`, and FROM, `COPY --from` or `RUN --mount=from=` "
        "takes an image from elsewhere. `debian` is "
        "`docker.io/library/debian`. An image whose name depends on a variable "
        "that the file does not tell is reported as unknown. Without such a "
        "list the rule is silent.",
    .why =
        "Images of others run with the rights of one's own: whoever allowed "
        "some registries did not mean the others.",
    .remedy = "Take the image from a registry of the list.",
    .before =
        "FROM registry.example.com/tools/python:3.13\nUSER 1000:1000\n"
        "CMD [\"python3\", \"app.py\"]\n",
    .references = {"https://docs.docker.com/reference/cli/docker/image/tag/",
                   "distribution/reference: normalize.go"},
    .severity = Severity::error,
};

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

}  // namespace

void check_registry_not_allowed(const Subject& subject, Findings& findings) {
  const auto& allowed = subject.options.allowed_registries;
  if (allowed.empty()) return;
  auto is_allowed = [&](const std::string& repository) {
    return std::ranges::any_of(allowed, [&](const auto& it) {
      return is_below(repository, full_entry(it));
    });
  };
  const std::string help = "allowed are " + quoted_list(allowed);
  for (const TakenImage& it : taken_images(subject)) {
    if (!it.unknown_because.empty()) {
      report(findings, registry_not_allowed, it.span,
             fmt::format("whether `{}` comes from an allowed registry is "
                         "unknown because {}",
                         it.reference, it.unknown_because),
             help);
      continue;
    }
    const std::string repository = full_repository(it.reference);
    if (is_allowed(repository)) continue;
    report(findings, registry_not_allowed, it.span,
           fmt::format("`{}` comes from `{}`, which is not allowed here",
                       it.reference, repository),
           help);
  }
}

}  // namespace harden::rule
