// Reads the values of settings; what a file does not tell is remembered as
// unknown, and what makes no sense as a problem.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "containers/container_settings.h"
#include "containers/problems.h"
#include "containers/yaml/yaml_tree.h"

namespace harden::containers {

// "true", "yes", "on", "1" and their opposites, as Compose takes them.
std::optional<bool> parse_flag(std::string_view text);

class SettingReader {
 public:
  SettingReader(ContainerSettings& out, Problems& problems)
      : out_(out), problems_(problems) {}

  ContainerSettings& out() { return out_; }
  Problems& problems() { return problems_; }

  // nullopt for what is not there, no scalar, or unknown.
  std::optional<PlacedText> text(std::string_view name,
                                 const yaml::Value& value);
  std::optional<Placed<bool>> flag(std::string_view name,
                                   const yaml::Value& value);
  // The same, but an unknown part stays as `$NAME`.
  std::optional<PlacedText> open_text(std::string_view name,
                                      const yaml::Value& value);
  // Of a list, or of one scalar; unknown items are left out and remembered.
  std::vector<PlacedText> texts(std::string_view name,
                                const yaml::Value& value);
  // `{a: b}` or `["a=b"]`; the second is none for `a` alone.
  using Pair = std::pair<std::string, std::optional<PlacedText>>;
  std::vector<Placed<Pair>> pairs(std::string_view name,
                                  const yaml::Value& value);

  // Takes variables in values as they stand, as Kubernetes does.
  void set_literal() { interpolates_ = false; }
  void unknown(std::string_view name, std::string because, Span span);
  void expected(std::string_view name, std::string_view what, Span span);

 private:
  ContainerSettings& out_;
  Problems& problems_;
  bool interpolates_ = true;
};

}  // namespace harden::containers
