#include <fmt/format.h>

#include <utility>

#include "base/rules/rule.h"
#include "base/text/word_lists.h"
#include "containers/setting_reader.h"

namespace harden {
namespace rule {

extern constexpr RuleInfo unknown_setting = {
    .code = "HD202",
    .name = "unknown-setting",
    .summary = "No engine knows this setting",
    .what =
        "The top level and the services of a Compose file, the pod, "
        "container and `securityContext` of a manifest, and the flags of a "
        "run line. Keys that begin with `x-` are free. An unknown flag is a "
        "warning: whether a value follows it is not known.",
    .why =
        "Compose and the API server refuse a file with such a key; where it "
        "is let through, it sets nothing: a misspelt `read_olny` leaves the "
        "root file system writable.",
    .remedy =
        "Correct the name as the message says. A key that is newer than "
        "harden can be excused with `# harden: ignore=HD202`.",
    .before =
        "services:\n"
        "  web:\n"
        "    image: nginx:1.27\n"
        "    read_olny: true\n",
    .references =
        {"https://docs.docker.com/reference/compose-file/services/",
         "https://github.com/compose-spec/compose-spec/blob/main/schema/"
         "compose-spec.json"},
    .severity = Severity::error,
    .language = "yaml",
    .refuses_file = true,
};

}  // namespace rule

namespace {

Diagnostic about_key(Span span, const std::string& key, std::string_view where,
                     std::string_view near) {
  return finding(
      rule::unknown_setting, span,
      fmt::format(
          "`{}` is not a setting of {}: engines refuse it, or set nothing", key,
          where),
      near.empty() ? "remove it, or correct its name"
                   : fmt::format("did you mean `{}`?", near));
}

}  // namespace

void containers::Problems::unknown_key(
    Span span, std::string_view key, std::string_view where,
    std::span<const std::string_view> known) {
  add(about_key(span, shown(key), where, closest(key, known)));
}

void containers::Problems::unknown_flag(
    Span span, std::string_view flag, std::span<const std::string_view> known) {
  Diagnostic said =
      about_key(span, shown(flag), "`docker run`", closest(flag, known));
  // Whether a value follows is not known, so the rest may be misread.
  said.severity = Severity::warning;
  add(std::move(said));
}

}  // namespace harden
