// What the rules about containers look at.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "base/rules/rule.h"
#include "containers/container_settings.h"
#include "dockerfile/image_state.h"

namespace harden::rule {

struct ContainerSubject {
  const ContainerSettings& container;
  EffectiveUser user;  // as whom it runs

  bool is_privileged() const;
  // Whether a setting that is not there may be there after all: a variable
  // decides, or another file. `names`: what the forms call it.
  bool may_be_set(std::initializer_list<std::string_view> names) const;
  // Where it is said that there is no such limit; none when there is one, or
  // may be.
  std::optional<Span> missing_limit(
      const std::optional<PlacedText>& limit,
      std::initializer_list<std::string_view> names) const;
  // Where the user is named, else the container.
  Span user_place() const;

  // The help with the number of what is about the same in section 5 of the CIS
  // Docker Benchmark, which does not speak of what Kubernetes starts.
  std::string cited(std::string_view help, std::string_view number) const;
  std::string unprivileged_user() const;  // how it is given one
};

}  // namespace harden::rule
