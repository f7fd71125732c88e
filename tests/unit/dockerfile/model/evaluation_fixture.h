// Evaluates Dockerfiles over a few made-up base images.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "dockerfile/document.h"
#include "dockerfile/image_state.h"

namespace harden {

class FakeBases : public BaseImages {
 public:
  FakeBases() {
    BaseImage debian;
    debian.id = "debian";
    debian.family = Family::debian;
    debian.user = "";
    debian.accounts = {{"www-data", 33, 33, "/var/www"},
                       {"nobody", 65534, 65534, "/nonexistent"}};
    debian.groups = {{"nogroup", 65534}, {"sudo", 27}};
    debian.env_complete = true;
    images["debian"] = debian;

    BaseImage alpine = debian;
    alpine.id = "alpine";
    alpine.family = Family::alpine;
    alpine.accounts = {{"nobody", 65534, 65534, "/"}};
    alpine.groups = {{"nogroup", 65533}, {"users", 100}};
    images["alpine"] = alpine;

    BaseImage fedora = debian;
    fedora.family = Family::redhat;
    fedora.groups.clear();
    images["fedora"] = fedora;

    BaseImage redis = debian;
    redis.id = "redis";
    redis.accounts.push_back({"redis", 999, 999, "/data"});
    redis.entrypoint = {"docker-entrypoint.sh"};
    redis.cmd = {"redis-server"};
    redis.steps_down_to = "redis";
    images["redis"] = redis;

    BaseImage grafana = alpine;
    grafana.user = "472";
    grafana.accounts.push_back({"grafana", 472, 0, "/"});
    grafana.env = {"GF_UID=472"};
    grafana.env_complete = false;
    images["grafana"] = grafana;

    BaseImage windows;
    windows.family = Family::windows;
    images["servercore"] = windows;
    images["nanoserver"] = windows;
  }

  std::optional<BaseImage> find(std::string_view reference) const override {
    const auto found = images.find(reference);
    if (found == images.end()) return std::nullopt;
    return found->second;
  }

  std::map<std::string, BaseImage, std::less<>> images;
};

struct Evaluated {
  Document document;
  Evaluation evaluation;

  const ImageState& image() const {
    return evaluation.stages.at(evaluation.target);
  }
  EffectiveUser user() const { return effective_user(document, evaluation); }
  std::string problem() const {
    return evaluation.problems.empty() ? ""
                                       : evaluation.problems.front().message;
  }
};

inline Evaluated evaluated(std::string text, EvaluateOptions options = {}) {
  static const FakeBases bases;
  options.bases = &bases;
  Document document = parse(SourceFile("Dockerfile", std::move(text)));
  Evaluation evaluation = evaluate(document, options);
  return {std::move(document), std::move(evaluation)};
}

// "root", "unprivileged 1000:1000", "cannot-start", …
inline std::string verdict(const EffectiveUser& user) {
  std::string result(to_string(user.privilege));
  if (user.privilege == Privilege::unknown ||
      user.privilege == Privilege::cannot_start) {
    return result;
  }
  const auto id = [](std::optional<std::uint32_t> value) {
    return value ? std::to_string(*value) : std::string("?");
  };
  return result + " " + id(user.uid) + ":" + id(user.gid);
}

inline std::string verdict(std::string text, EvaluateOptions options = {}) {
  return verdict(evaluated(std::move(text), std::move(options)).user());
}

}  // namespace harden
