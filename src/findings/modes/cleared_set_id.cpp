#include "findings/modes/cleared_set_id.h"

#include <algorithm>
#include <string_view>

#include "command/argument_options.h"
#include "findings/modes/given_mode.h"

namespace harden::rule {
namespace {

// `-perm /6000`, `-perm -4000`, `-perm +6000`, `-perm -u=s`.
bool asks_for_set_id(std::string_view perm) {
  perm.remove_prefix(std::min(perm.find_first_not_of("/-+"), perm.size()));
  const ModeBits bits = added_bits(perm);
  return bits.set_uid || bits.set_gid;
}

// What behind `-exec` stands does.
bool clears(const Call& call, std::size_t at) {
  if (at >= call.argv.size()) return false;
  const std::string_view program = program_name(call.argv[at]);
  if (program == "rm") return true;
  return program == "chmod" && at + 1 < call.argv.size() &&
         clears_set_id(call.argv[at + 1].value);
}

}  // namespace

bool clears_all_set_ids(const Call& call) {
  if (call.program != "find") return false;
  bool asks = false;
  // Else its output is read by something like `xargs chmod a-s`.
  bool does = true;
  for (std::size_t i = 1; i + 1 < call.argv.size(); ++i) {
    const std::string& word = call.argv[i].value;
    if (word == "-perm") asks |= asks_for_set_id(call.argv[i + 1].value);
    if (word == "-exec" || word == "-execdir") does = clears(call, i + 1);
  }
  return asks && does;
}

}  // namespace harden::rule
