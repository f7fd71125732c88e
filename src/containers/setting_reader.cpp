#include "containers/setting_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/source/source_file.h"
#include "base/text/ascii.h"
#include "base/text/word_lists.h"
#include "containers/compose/interpolate.h"

namespace harden::containers {
namespace {

// A file with more of them is something else than it seems.
constexpr std::size_t max_problems = 200;

// One byte at least, of the line where it stands.
void widen(Span& span, const SourceFile& source) {
  const auto size = static_cast<std::uint32_t>(source.bytes().size());
  if (span.end < size) {
    ++span.end;
  } else if (span.begin > 0) {
    --span.begin;
  }
}

constexpr std::size_t max_containers = 5'000;
constexpr std::size_t max_settings = 50'000;

// What the rules will look at, one by one.
std::size_t count_settings(const ContainerSettings& it) {
  return it.mounts.size() + it.ports.size() + it.devices.size() +
         it.cap_add.size() + it.cap_drop.size() + it.sysctls.size() +
         it.selinux.size() + it.build_args.size() + it.unmasked.size();
}

}  // namespace

void Problems::add(Diagnostic diagnostic) {
  if (out_.size() == max_problems) return;
  // A key that is nothing but a tag has no text to point at.
  if (diagnostic.span.empty()) widen(diagnostic.span, source_);
  // What several services take from one place is wrong once.
  for (const Diagnostic& it : out_) {
    if (it.span == diagnostic.span && it.rule == diagnostic.rule) return;
  }
  out_.push_back(std::move(diagnostic));
}

std::string Problems::shown(std::string_view text) {
  constexpr std::size_t max = 60;
  return text.size() <= max ? std::string(text)
                            : std::string(text.substr(0, max)) + "…";
}

void Containers::add(ContainerSettings container) {
  settings_ += count_settings(container);
  const Span span = container.span;
  out_.push_back(std::move(container));
  if (out_.size() <= max_containers && settings_ <= max_settings) return;
  refuse(source_, span.begin,
         "more than 5,000 containers, or 50,000 settings of them, in one file; "
         "split it");
}

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
