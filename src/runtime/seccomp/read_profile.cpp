#include "runtime/seccomp/read_profile.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <span>
#include <utility>

#include "base/source/source_file.h"
#include "base/text/word_lists.h"
#include "runtime/seccomp/words.h"

namespace harden {
namespace seccomp {
namespace {

using Kind = JsonValue::Kind;
using Keys = std::span<const std::string_view>;

constexpr std::string_view profile_keys[] = {
    "archMap",      "architectures",   "comment", "defaultAction",
    "defaultErrno", "defaultErrnoRet", "flags",   "listenerMetadata",
    "listenerPath", "syscalls"};
constexpr std::string_view rule_keys[] = {"action",   "args",     "comment",
                                          "errno",    "errnoRet", "excludes",
                                          "includes", "name",     "names"};
constexpr std::string_view condition_keys[] = {"arches", "caps", "minKernel"};
constexpr std::string_view argument_keys[] = {"index", "op", "value",
                                              "valueTwo"};
constexpr std::string_view map_keys[] = {"architecture", "subArchitectures"};

// No system call has more (and no engine takes more).
constexpr std::uint64_t last_argument = 5;

class ProfileReader {
 public:
  explicit ProfileReader(const SourceFile& source) : source_(source) {}

  ReadProfile run() {
    const JsonValue root = read_json(source_);
    if (root.kind != Kind::object) fail(root.span, "a profile is an object");
    check_keys(root, profile_keys);
    read_defaults(root);
    read_architectures(root);
    if (const JsonValue* flags = member(root, "flags", Kind::list)) {
      result_.profile.flags = texts(*flags);
    }
    if (const JsonValue* rules = member(root, "syscalls", Kind::list)) {
      for (const JsonValue& it : rules->items) read_rule(it);
    }
    return std::move(result_);
  }

 private:
  [[noreturn]] void fail(Span span, std::string message) const {
    refuse(source_, span.begin, std::move(message));
  }

  // Null when it is missing or null, which is the same for engines.
  const JsonValue* member(const JsonValue& object, std::string_view key,
                          Kind kind) const {
    const JsonMember* found = object.find(key);
    if (found == nullptr || found->value.kind == Kind::null) return nullptr;
    if (found->value.kind != kind) wrong_kind(*found, kind);
    return &found->value;
  }

  [[noreturn]] void wrong_kind(const JsonMember& it, Kind kind) const {
    constexpr std::string_view words[] = {
        "null", "true or false", "a number", "a text", "a list", "an object"};
    fail(it.value.span, fmt::format("`{}` must be {}", it.key,
                                    words[static_cast<std::size_t>(kind)]));
  }

  void check_keys(const JsonValue& object, Keys known) {
    for (const JsonMember& it : object.members) {
      if (is_one_of(it.key, known)) continue;
      result_.problems.push_back({KeyProblem::Kind::unknown, it.key_span,
                                  it.key, std::string(closest(it.key, known))});
    }
  }

  void exclude(const JsonValue& object, std::string_view key,
               std::string_view other) {
    const JsonMember* one = object.find(key);
    if (one == nullptr || object.find(other) == nullptr) return;
    result_.problems.push_back({KeyProblem::Kind::excludes_another,
                                one->key_span, std::string(key),
                                std::string(other)});
  }

  std::vector<std::string> texts(const JsonValue& list) const {
    std::vector<std::string> all;
    for (const JsonValue& it : list.items) {
      if (it.kind != Kind::text) fail(it.span, "a text is missing here");
      all.push_back(it.text);
    }
    return all;
  }

  std::uint64_t number(const JsonValue& value, std::string_view key,
                       std::uint64_t most) const {
    std::uint64_t result = 0;
    const char* end = value.text.data() + value.text.size();
    const auto [stop, error] = std::from_chars(value.text.data(), end, result);
    if (error != std::errc() || stop != end || result > most) {
      fail(value.span,
           fmt::format("`{}` must be a whole number from 0 to {}", key, most));
    }
    return result;
  }

  std::optional<std::uint32_t> error_of(const JsonValue& object,
                                        std::string_view key) const {
    const JsonValue* value = member(object, key, Kind::number);
    if (value == nullptr) return std::nullopt;
    return static_cast<std::uint32_t>(number(*value, key, 4095));
  }

  SeccompAction action(const JsonValue& object, std::string_view key,
                       Span& span) const {
    const JsonValue* value = member(object, key, Kind::text);
    if (value == nullptr) {
      fail(object.span, fmt::format("`{}` is missing", key));
    }
    const auto action = parse_action(value->text);
    if (!action) {
      fail(value->span,
           fmt::format("`{}` is not an action, such as SCMP_ACT_ERRNO",
                       value->text));
    }
    span = value->span;
    return *action;
  }

  void read_defaults(const JsonValue& root) {
    SeccompProfile& profile = result_.profile;
    profile.default_action =
        action(root, "defaultAction", result_.default_action);
    profile.default_error = error_of(root, "defaultErrnoRet");
  }

  void read_architectures(const JsonValue& root) {
    auto& all = result_.profile.architectures;
    exclude(root, "architectures", "archMap");
    if (const JsonValue* map = member(root, "archMap", Kind::list)) {
      result_.engine_form = true;
      result_.architectures = map->span;
      for (const JsonValue& it : map->items) all.push_back(mapped(it));
      return;
    }
    const JsonValue* list = member(root, "architectures", Kind::list);
    if (list == nullptr) return;
    result_.architectures = list->span;
    for (std::string& it : texts(*list)) all.push_back({std::move(it), {}});
  }

  SeccompArchitecture mapped(const JsonValue& value) {
    if (value.kind != Kind::object) fail(value.span, "this must be an object");
    check_keys(value, map_keys);
    SeccompArchitecture result;
    const JsonValue* name = member(value, "architecture", Kind::text);
    if (name == nullptr) fail(value.span, "`architecture` is missing");
    result.name = name->text;
    if (const auto* below = member(value, "subArchitectures", Kind::list)) {
      result.below = texts(*below);
    }
    return result;
  }

  void read_rule(const JsonValue& value) {
    if (value.kind != Kind::object) fail(value.span, "a rule is an object");
    check_keys(value, rule_keys);
    exclude(value, "name", "names");
    SeccompRule rule;
    RulePlaces places;
    places.rule = value.span;
    read_names(value, rule, places);
    rule.action = action(value, "action", places.action);
    rule.error = error_of(value, "errnoRet");
    if (const JsonValue* list = member(value, "args", Kind::list)) {
      for (const JsonValue& it : list->items) {
        rule.arguments.push_back(argument(it));
        places.arguments.push_back(it.span);
      }
    }
    if (const auto* comment = member(value, "comment", Kind::text)) {
      rule.comment = comment->text;
    }
    rule.includes = condition(value, "includes", places.includes);
    rule.excludes = condition(value, "excludes", places.excludes);
    result_.profile.rules.push_back(std::move(rule));
    result_.rules.push_back(std::move(places));
  }

  void read_names(const JsonValue& value, SeccompRule& rule,
                  RulePlaces& places) {
    if (const auto* name = member(value, "name", Kind::text)) {
      places.names.emplace_back(name->text, name->span);
    }
    if (const auto* names = member(value, "names", Kind::list)) {
      const auto all = texts(*names);
      for (std::size_t i = 0; i < all.size(); ++i) {
        places.names.emplace_back(all[i], names->items[i].span);
      }
    }
    for (const auto& it : places.names) rule.names.push_back(it.first);
    std::ranges::sort(rule.names);
    const auto again = std::ranges::unique(rule.names);
    rule.names.erase(again.begin(), again.end());
  }

  SeccompArgument argument(const JsonValue& value) {
    if (value.kind != Kind::object) fail(value.span, "this must be an object");
    check_keys(value, argument_keys);
    SeccompArgument result;
    const auto read = [&](std::string_view key, std::uint64_t most) {
      const JsonValue* it = member(value, key, Kind::number);
      return it == nullptr ? 0 : number(*it, key, most);
    };
    result.index = static_cast<std::uint32_t>(read("index", last_argument));
    result.value = read("value", UINT64_MAX);
    result.value_two = read("valueTwo", UINT64_MAX);
    const JsonValue* word = member(value, "op", Kind::text);
    if (word == nullptr) fail(value.span, "`op` is missing");
    const auto op = parse_op(word->text);
    if (!op) {
      fail(word->span, fmt::format("`{}` is not a comparison, such as "
                                   "SCMP_CMP_EQ",
                                   word->text));
    }
    result.op = *op;
    return result;
  }

  SeccompCondition condition(const JsonValue& rule, std::string_view key,
                             Span& span) {
    SeccompCondition result;
    const JsonValue* value = member(rule, key, Kind::object);
    if (value == nullptr) return result;
    check_keys(*value, condition_keys);
    span = value->span;
    if (const auto* caps = member(*value, "caps", Kind::list)) {
      result.capabilities = texts(*caps);
    }
    if (const auto* arches = member(*value, "arches", Kind::list)) {
      result.architectures = texts(*arches);
    }
    if (const auto* kernel = member(*value, "minKernel", Kind::text)) {
      result.min_kernel = kernel->text;
    }
    if (!result.empty()) result_.engine_form = true;
    return result;
  }

  const SourceFile& source_;
  ReadProfile result_;
};

}  // namespace

ReadProfile read_profile_with_places(const SourceFile& source) {
  return ProfileReader(source).run();
}

}  // namespace seccomp

SeccompProfile read_seccomp_profile(const SourceFile& source) {
  seccomp::ReadProfile read = seccomp::read_profile_with_places(source);
  for (const seccomp::KeyProblem& it : read.problems) {
    if (it.kind != seccomp::KeyProblem::Kind::excludes_another) continue;
    refuse(source, it.span.begin,
           fmt::format("`{}` and `{}` exclude each other, and engines refuse "
                       "both together",
                       it.key, it.other));
  }
  return std::move(read.profile);
}

}  // namespace harden
