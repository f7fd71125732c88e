#include "runtime/policy/selinux_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "base/text/ascii.h"
#include "knowledge/host_paths.h"
#include "knowledge/lists/confinement.h"

namespace harden {
namespace {

constexpr std::string_view expected =
    "a list of options such as \"type:container_t\" or \"level:s0:c100,c200\"";

bool is_type(std::string_view text) {
  return !text.empty() && text.size() <= 128 &&
         std::ranges::all_of(text,
                             [](char c) { return is_word(c) || c == '.'; });
}

// Takes "s0" or "c1023" off the front.
bool take(std::string_view& text, char letter, int most) {
  if (!text.starts_with(letter)) return false;
  int number = 0;
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data() + 1, end, number);
  if (error != std::errc() || number < 0 || number > most) return false;
  text.remove_prefix(static_cast<std::size_t>(rest - text.data()));
  return true;
}

// "s0", "s0:c1,c2", "s0:c0.c1023"
bool take_level(std::string_view& text) {
  if (!take(text, 's', 15)) return false;
  if (!text.starts_with(':')) return true;
  do {
    text.remove_prefix(1);
    if (!take(text, 'c', 1023)) return false;
  } while (text.starts_with(',') || text.starts_with('.'));
  return true;
}

bool is_range(std::string_view text) {
  if (!take_level(text)) return false;
  if (text.empty()) return true;
  if (!text.starts_with('-')) return false;
  text.remove_prefix(1);
  return take_level(text) && text.empty();
}

SelinuxOption type_option(const PolicyValue& value, std::string_view type) {
  if (!is_type(type)) value.refuse(std::string(expected));
  if (lists::unconfined_selinux_types.contains(type)) {
    value.refuse("a type that confines; `" + std::string(type) + "` does not");
  }
  const auto& all = lists::old_selinux_types;
  const auto old = std::ranges::find(all, type, &lists::OldSelinuxType::name);
  if (old == all.end()) return {"type:" + std::string(type), ""};
  return {"type:" + std::string(old->now),
          "`" + std::string(type) + "` is its old name"};
}

}  // namespace

SelinuxOption policy_selinux(const PolicyValue& value) {
  const std::string text = value.word();
  const std::size_t colon = std::min(text.find(':'), text.size());
  const std::string_view key = std::string_view(text).substr(0, colon);
  const std::string_view rest =
      std::string_view(text).substr(std::min(colon + 1, text.size()));
  if (text == "disable") {
    value.refuse("options that confine; `disable` switches SELinux off");
  }
  if (key == "type") return type_option(value, rest);
  if (key != "level" || !is_range(rest)) value.refuse(std::string(expected));
  return {text, ""};
}

char policy_relabel(const PolicyValue& value) {
  const std::string text = value.text();
  if (text != "z" && text != "Z") {
    value.refuse("\"z\" (shared with other containers) or \"Z\" (of this one)");
  }
  return text.front();
}

void check_relabelled(const PolicyValue& value, const WritablePath& path) {
  if (path.relabel == '\0') return;
  const PolicyValue item{value.key + ".relabel", value.node, value.file,
                         value.reason};
  if (!path.volume.starts_with('/')) {
    item.refuse(
        "given with a `volume` that is a folder of the host; engines "
        "label their own volumes");
  }
  if (path.volume.find(':') != std::string::npos) {
    item.refuse("given with a folder without `:`, which `--volume` cannot say");
  }
  if (must_keep_label(clean_host_path(path.volume))) {
    item.refuse("left out for `" + path.volume +
                "`: other programs of the host need its labels, and may not "
                "start again without them");
  }
}

}  // namespace harden
