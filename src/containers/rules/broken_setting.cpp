#include <utility>

#include "base/rules/rule.h"
#include "containers/setting_reader.h"

namespace harden {
namespace rule {

extern constexpr RuleInfo broken_setting = {
    .code = "HD203",
    .name = "broken-setting",
    .summary = "A setting has a value that makes no sense",
    .what =
        "Values of another kind than the setting takes: a word where `true` "
        "or `false` is expected, a map instead of a list, `extends` with a "
        "service that is not there.",
    .why =
        "The engine refuses the file, or reads it in a way that its author "
        "did not mean.",
    .remedy =
        "Write the value as the message says. `harden check` ends with "
        "status 2.",
    .before =
        "services:\n"
        "  web:\n"
        "    image: nginx:1.27\n"
        "    privileged: maybe\n",
    .references = {"https://docs.docker.com/reference/compose-file/services/"},
    .severity = Severity::error,
    .language = "yaml",
    .refuses_file = true,
};

}  // namespace rule

void containers::Problems::broken(Span span, std::string message,
                                  std::string help) {
  add(finding(rule::broken_setting, span, std::move(message), std::move(help)));
}

}  // namespace harden
