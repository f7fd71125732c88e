#include "containers/compose/compose_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

#include "base/source/source_file.h"
#include "containers/compose/compose_service.h"

namespace harden::containers {
namespace {

constexpr std::string_view top_keys[] = {
    "configs", "include",  "models",  "name",    "networks",
    "secrets", "services", "version", "volumes",
};

using Services = std::map<std::string_view, yaml::Entry>;

bool is_service(const yaml::Value& value) {
  return value.get("image") || value.get("build") || value.get("extends");
}

bool is_first_format(const yaml::Value& root) {
  const auto entries = root.entries();
  return !entries.empty() &&
         std::all_of(entries.begin(), entries.end(),
                     [](const auto& it) { return is_service(it.value); });
}

void check_top_keys(const yaml::Value& root, Problems& problems) {
  for (const yaml::Entry& it : root.entries()) {
    const std::string_view key = it.key.text();
    const bool known = std::find(std::begin(top_keys), std::end(top_keys),
                                 key) != std::end(top_keys);
    if (known || key.starts_with("x-")) continue;
    problems.unknown_key(it.key.span(), key, "a Compose file", top_keys);
  }
}

// A service, the one that it extends, the one that this extends …
class ExtendsChain {
 public:
  ExtendsChain(const Services& services, Problems& problems,
               ContainerSettings& out)
      : services_(services), problems_(problems), out_(out) {}

  std::vector<yaml::Value> of(const yaml::Value& service) {
    std::vector<yaml::Value> chain = {service};
    while (const auto base = next(chain)) chain.push_back(*base);
    return chain;
  }

 private:
  std::optional<yaml::Value> next(const std::vector<yaml::Value>& chain) {
    const yaml::Value extends = chain.back().get("extends");
    if (!extends || extends.is_null()) return std::nullopt;
    const yaml::Value name =
        extends.is_map() ? extends.get("service") : extends;
    if (const yaml::Value file = extends.get("file")) {
      out_.incomplete_because =
          fmt::format("it extends a service of `{}`", file.text());
      return std::nullopt;
    }
    const auto found = services_.find(name.text());
    if (found == services_.end()) {
      problems_.broken(extends.span(),
                       fmt::format("`extends` names the service `{}`, which "
                                   "is not in this file",
                                   name.text()));
      return std::nullopt;
    }
    refuse_cycle(chain, found->second.value, extends.span());
    return found->second.value;
  }

  void refuse_cycle(const std::vector<yaml::Value>& chain,
                    const yaml::Value& base, Span place) {
    for (const yaml::Value& it : chain) {
      if (it.index() != base.index()) continue;
      refuse(problems_.source(), place.begin,
             "this service extends itself, over others or at once");
    }
    if (chain.size() < 100) return;
    refuse(problems_.source(), place.begin,
           "services extend each other more than 100 deep");
  }

  const Services& services_;
  Problems& problems_;
  ContainerSettings& out_;
};

ContainerSettings read_one(const yaml::Entry& entry, const Services& services,
                           Problems& problems) {
  ContainerSettings result;
  result.form = ContainerSettings::Form::compose;
  result.name = entry.key.text();
  result.what = fmt::format("service `{}`", result.name);
  result.span = entry.key.span();
  SettingReader reader(result, problems);
  const std::vector<yaml::Value> chain =
      ExtendsChain(services, problems, result).of(entry.value);
  for (auto it = chain.rbegin(); it != chain.rend(); ++it) {
    read_service(*it, reader);
  }
  const bool has_image = result.image || !result.dockerfile.empty();
  if (!has_image && result.incomplete_because.empty()) {
    result.incomplete_because =
        "it has neither `image` nor `build`, so this is a part of it";
  }
  return result;
}

}  // namespace

bool is_compose(const yaml::Value& root) {
  return root.get("services") || root.get("include") || is_first_format(root);
}

void read_compose(const yaml::Value& root, Problems& problems,
                  Containers& out) {
  yaml::Value list = root.get("services");
  if (list || root.get("include")) {
    check_top_keys(root, problems);
  } else {
    list = root;
  }
  if (list && !list.is_map() && !list.is_null()) {
    problems.broken(list.span(), "`services` must be a map of services");
  }
  Services services;
  const std::vector<yaml::Entry> entries = list.entries();
  for (const yaml::Entry& it : entries) services.emplace(it.key.text(), it);
  for (const yaml::Entry& it : entries) {
    if (it.key.text().starts_with("x-")) continue;
    if (it.value.is_map()) {
      out.add(read_one(it, services, problems));
    } else {
      problems.broken(it.key.span(),
                      fmt::format("service `{}` must be a map", it.key.text()));
    }
  }
}

}  // namespace harden::containers
