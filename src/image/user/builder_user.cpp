#include "image/user/builder_user.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace harden {
namespace {

bool same(const EffectiveUser& left, const EffectiveUser& right) {
  return left.privilege == right.privilege && left.uid == right.uid &&
         left.gid == right.gid &&
         (left.uid.has_value() || left.name == right.name);
}

// "as `app` (uid 1000)"
std::string said_of(const EffectiveUser& user) {
  const std::string uid = user.uid ? std::to_string(*user.uid) : "";
  switch (user.privilege) {
    case Privilege::root:
      return "as root";
    case Privilege::cannot_start:
      return "not at all";
    case Privilege::unknown:
      return "as whom the file does not tell";
    case Privilege::steps_down:
      return "as root, which steps down to " +
             (user.name.empty() ? uid : "`" + user.name + "`");
    case Privilege::unprivileged:
      break;
  }
  if (user.name.empty() || user.name == uid) return "as " + uid;
  return "as `" + user.name + "`" + (uid.empty() ? "" : " (uid " + uid + ")");
}

// "BuildKit runs it as `app` (uid 1000), the classic builder and buildah as
// root"
std::string each_said(const std::vector<BuilderAnswer>& answers) {
  std::vector<std::pair<std::string, std::string>> groups;
  for (const BuilderAnswer& it : answers) {
    const std::string text = said_of(it.user);
    const std::string name(traits_of(it.builder).name);
    const auto found = std::ranges::find(
        groups, text, &std::pair<std::string, std::string>::second);
    if (found == groups.end()) {
      groups.emplace_back(name, text);
    } else {
      found->first += " and " + name;
    }
  }
  std::string result;
  for (const auto& [names, text] : groups) {
    result +=
        (result.empty() ? "built by " : ", by ") + names + " it runs " + text;
  }
  return result;
}

}  // namespace

EffectiveUser combined_user(std::vector<BuilderAnswer> answers) {
  const bool agree = std::ranges::all_of(answers, [&](const auto& it) {
    return same(it.user, answers.front().user);
  });
  if (agree) return std::move(answers.front().user);
  const std::string each = each_said(answers);
  const auto root = std::ranges::find_if(answers, [](const auto& it) {
    return it.user.privilege == Privilege::root;
  });
  EffectiveUser result =
      root == answers.end() ? answers.front().user : root->user;
  result.because.clear();
  for (const BuilderAnswer& it : answers) {
    result.because.push_back(std::string(traits_of(it.builder).name) + ": " +
                             it.user.message);
  }
  result.unknown = {Unknown::Kind::builder, each};
  result.reason = result.unknown.text();
  if (root != answers.end()) {
    result.message = "the user depends on the builder: " + each;
    return result;
  }
  result.privilege = Privilege::unknown;
  result.name.clear();
  result.uid.reset();
  result.gid.reset();
  result.message = "unknown because " + result.reason;
  return result;
}

std::string text_for(Builder builder, std::string_view text, char escape) {
  if (traits_of(builder).keeps_two_escapes) return {};
  const std::string two(2, escape);
  std::string result;
  for (std::size_t at = text.find(two); at != text.npos;
       at = text.find(two, at + 1)) {
    const std::size_t end = text.find_first_not_of(" \t\r", at + 2);
    if (end != text.npos && text[end] != '\n') continue;
    if (result.empty()) result = text;
    // One that stands alone continues the line in every builder.
    result[at] = ' ';
  }
  return result;
}

}  // namespace harden
