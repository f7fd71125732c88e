#include "containers/setting_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text/ascii.h"
#include "containers/compose/interpolate.h"

namespace harden::containers {
namespace {

bool is_one_of(std::string_view word,
               std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

std::optional<bool> parse_flag(std::string_view text) {
  const std::string word = lower_case(text);
  if (is_one_of(word, {"true", "t", "1", "yes", "y", "on"})) return true;
  if (is_one_of(word, {"false", "f", "0", "no", "n", "off"})) return false;
  return std::nullopt;
}

void SettingReader::unknown(std::string_view name, std::string because,
                            Span span) {
  // Who has more of them is told enough.
  if (out_.unknown.size() == 100) return;
  for (const UnknownSetting& it : out_.unknown) {
    if (it.name == name && it.span == span) return;
  }
  out_.unknown.push_back({std::string(name), std::move(because), span});
}

void SettingReader::expected(std::string_view name, std::string_view what,
                             Span span) {
  problems_.broken(span, fmt::format("`{}` must be {}", name, what));
}

std::optional<PlacedText> SettingReader::open_text(std::string_view name,
                                                   const yaml::Value& value) {
  if (!value || value.is_null()) return std::nullopt;
  if (!value.is_scalar()) {
    expected(name, "one value", value.span());
    return std::nullopt;
  }
  std::string text(value.text());
  if (interpolates_) text = interpolate(text).text;
  return PlacedText{std::move(text), value.span()};
}

std::optional<PlacedText> SettingReader::text(std::string_view name,
                                              const yaml::Value& value) {
  std::optional<PlacedText> result = open_text(name, value);
  if (!result) return result;
  std::string because;
  if (interpolates_) because = interpolate(value.text()).unknown_because;
  if (value.text().find("{{") != std::string_view::npos) {
    because = "a template (`{{`) fills it in";
  }
  if (because.empty()) return result;
  unknown(name, std::move(because), value.span());
  return std::nullopt;
}

std::optional<Placed<bool>> SettingReader::flag(std::string_view name,
                                                const yaml::Value& value) {
  const std::optional<PlacedText> word = text(name, value);
  if (!word) return std::nullopt;
  const std::optional<bool> result = parse_flag(word->value);
  if (!result) {
    expected(name, "`true` or `false`", word->span);
    return std::nullopt;
  }
  return Placed<bool>{*result, word->span};
}

std::vector<PlacedText> SettingReader::texts(std::string_view name,
                                             const yaml::Value& value) {
  std::vector<PlacedText> result;
  if (value.is_scalar()) {
    if (auto it = text(name, value)) result.push_back(*std::move(it));
  } else if (value.is_map()) {
    expected(name, "a list", value.span());
  }
  for (const yaml::Value& item : value.items()) {
    if (auto it = text(name, item)) result.push_back(*std::move(it));
  }
  return result;
}

std::vector<Placed<SettingReader::Pair>> SettingReader::pairs(
    std::string_view name, const yaml::Value& value) {
  std::vector<Placed<Pair>> result;
  if (value.is_scalar()) expected(name, "a map or a list", value.span());
  for (const yaml::Entry& it : value.entries()) {
    result.push_back({{std::string(it.key.text()), open_text(name, it.value)},
                      it.key.span()});
  }
  for (const yaml::Value& it : value.items()) {
    const std::optional<PlacedText> word = open_text(name, it);
    if (!word) continue;
    const auto equals = word->value.find('=');
    std::optional<PlacedText> right;
    if (equals != std::string::npos) {
      right = PlacedText{word->value.substr(equals + 1), word->span};
    }
    result.push_back({{word->value.substr(0, equals), right}, word->span});
  }
  return result;
}

}  // namespace harden::containers
