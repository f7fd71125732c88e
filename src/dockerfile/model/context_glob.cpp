#include "dockerfile/model/context_glob.h"

#include <cstddef>

#include "base/glob/go_glob.h"
#include "base/text/paths.h"

namespace harden {
namespace {

// A context may hold a whole repository; more than this is not looked at.
constexpr std::size_t most_entries = 20000;

}  // namespace

std::vector<std::string> context_matches(const BuildContext& context,
                                         std::string_view source) {
  const std::string rooted = absolute_path("/", source);
  const std::string pattern = rooted == "/" ? "." : rooted.substr(1);
  if (!is_path_pattern(pattern)) return {pattern};
  // Nothing above the first pattern needs to be gone through.
  const std::size_t first = pattern.find_first_of("*?[\\");
  const std::size_t slash = pattern.rfind('/', first);
  const std::string folder =
      slash == std::string::npos ? "." : pattern.substr(0, slash);
  const auto glob = go_glob(pattern);
  std::vector<std::string> result;
  if (!glob) return result;
  for (const ContextEntry& it : context.list(folder, most_entries)) {
    if (glob->matches(it.path)) result.push_back(it.path);
  }
  return result;
}

}  // namespace harden
