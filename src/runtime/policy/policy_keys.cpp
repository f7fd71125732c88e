#include "runtime/policy/policy_keys.h"

#include <algorithm>
#include <utility>

#include "base/toml/toml_keys.h"
#include "runtime/policy/policy_key.h"

namespace harden {
namespace {

std::vector<PolicyKey> all_keys() {
  std::vector<PolicyKey> all(container_keys().begin(), container_keys().end());
  all.insert(all.end(), limit_keys().begin(), limit_keys().end());
  return all;
}

class PolicyTableReader {
 public:
  PolicyTableReader(const std::string& file, Reason::Source source,
                    PolicyWishes& wishes)
      : file_(file), source_(source), wishes_(wishes) {}

  void read(const toml::table& table, const std::string& prefix) {
    for (const auto& [key, node] : table) {
      const std::string name = prefix + std::string(key.str());
      if (name == "sysctls") {
        read_sysctls(value(name, node));
      } else if (const toml::table* inner = node.as_table();
                 inner != nullptr && is_table(name)) {
        read(*inner, name + ".");
      } else {
        read_key(key, name, node);
      }
    }
  }

 private:
  static bool is_table(const std::string& name) {
    return name == "limits" || name == "health";
  }

  PolicyValue value(const std::string& name, const toml::node& node) const {
    const auto line = node.source().begin.line;
    const bool option = source_ == Reason::Source::option;
    return {name,
            node,
            file_,
            {source_, option ? "`--set " + name + "`" : "`" + name + "`",
             option ? "" : file_ + ":" + std::to_string(line)}};
  }

  void read_key(const toml::key& key, const std::string& name,
                const toml::node& node) {
    const PolicyKey* known = find(name);
    if (known == nullptr) refuse(key, name);
    known->read(value(name, node), wishes_);
  }

  const PolicyKey* find(std::string_view name) const {
    const auto found =
        std::find_if(keys_.begin(), keys_.end(),
                     [&](const PolicyKey& it) { return it.name == name; });
    return found == keys_.end() ? nullptr : &*found;
  }

  [[noreturn]] void refuse(const toml::key& key,
                           const std::string& name) const {
    refuse_key(toml::key(name, key.source()), key_names(keys_), file_);
  }

  void read_sysctls(const PolicyValue& all) {
    const toml::table* table = all.node.as_table();
    if (table == nullptr) all.refuse("a table of strings");
    for (const auto& [key, node] : *table) {
      const PolicyValue it = value("sysctls", node);
      wishes_.sysctls.insert_or_assign(std::string(key.str()),
                                       reasoned(it.word(), it));
    }
  }

  const std::vector<PolicyKey> keys_ = all_keys();
  const std::string& file_;
  Reason::Source source_;
  PolicyWishes& wishes_;
};

}  // namespace

void read_policy_table(const toml::table& table, const std::string& file,
                       Reason::Source source, PolicyWishes& wishes) {
  PolicyTableReader(file, source, wishes).read(table, "");
}

}  // namespace harden
