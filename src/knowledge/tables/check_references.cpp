// What one template says of the things of another.
#include <set>
#include <string>
#include <utility>

#include "knowledge/tables/template_reader.h"
#include "knowledge/tables/templates.h"

namespace harden::knowledge {

namespace {

using Keys = std::set<std::string>;

void require(const Keys& keys, const std::string& key, const std::string& kind,
             const std::string& place) {
  if (keys.contains(key)) return;
  throw TemplateError(place + ": no " + kind + " is called `" + key + "`");
}

class ReferenceChecker {
 public:
  explicit ReferenceChecker(const Templates& all) : all_(all) {
    for (const RuntimeEntry& it : all.runtimes) runtimes_.insert(it.facts.id);
    for (const CommandEntry& it : all.commands.commands) {
      commands_.insert(it.names.begin(), it.names.end());
    }
  }

  void run() const {
    for (const ImageEntry& it : all_.images.entries) {
      check_runtime(it.facts.runtime, "base_images.json: " + it.facts.id);
    }
    for (const StartScriptEntry& it : all_.commands.start_scripts) {
      check_runtime(it.runtime, "commands.json: " + it.names.front());
    }
    for (const PackageManagerEntry& it : all_.package_managers) {
      for (const std::string& program : it.programs) {
        require(commands_, program, "command", "package_managers.json");
      }
    }
    for (const auto& [file, lists] : all_.lists) {
      for (const ListEntry& it : lists) {
        check_list(it, "lists/" + file + ".json: " + it.name);
      }
    }
  }

 private:
  void check_runtime(const std::string& id, const std::string& place) const {
    if (!id.empty()) require(runtimes_, id, "runtime", place);
  }

  void check_list(const ListEntry& list, const std::string& place) const {
    if (list.of.empty()) return;
    if (list.of != "commands" && list.of != "runtimes") {
      throw TemplateError(place + ": `of` is neither commands nor runtimes");
    }
    const bool of_commands = list.of == "commands";
    for (const std::string& it : list.words) {
      require(of_commands ? commands_ : runtimes_, it,
              of_commands ? "command" : "runtime", place);
    }
    for (const Json& row : list.rows) {
      const std::string key = of_commands ? "command" : "runtime";
      require(of_commands ? commands_ : runtimes_,
              row.value(key, std::string()), key, place);
    }
  }

  const Templates& all_;
  Keys runtimes_;
  Keys commands_;
};

}  // namespace

void check_references(const Templates& templates) {
  ReferenceChecker(templates).run();
}

}  // namespace harden::knowledge
