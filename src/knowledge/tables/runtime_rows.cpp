#include "knowledge/tables/runtime_rows.h"

namespace harden::knowledge {

namespace {

std::string cpp(bool value) { return value ? "true" : "false"; }

std::string needs_name(const std::string& word) {
  return "SourceSign::Needs::" + word;
}

std::string sign_list(const std::vector<ScratchEntry::Sign>& signs,
                      CppConstants& constants) {
  std::vector<std::string> items;
  for (const auto& sign : signs) {
    items.push_back("{" + literal(sign.text) + ", " + needs_name(sign.needs) +
                    ", " + literal(sign.means) + "}");
  }
  return constants.list("SourceSign", items);
}

std::string module_list(const std::vector<ScratchEntry::Module>& modules,
                        CppConstants& constants) {
  std::vector<std::string> items;
  for (const auto& module : modules) {
    items.push_back("{" + literal(module.name) + ", " +
                    needs_name(module.needs) + "}");
  }
  return constants.list("NeedyModule", items);
}

// An expression for a pointer to the facts.
std::string scratch_facts(const ScratchEntry& entry, CppConstants& constants) {
  std::string row = "{";
  field(row, "folders", constants.strings(entry.folders));
  field(row, "interpreter", literal(entry.interpreter));
  field(row, "interpreters", constants.strings(entry.interpreters));
  field(row, "asks", constants.strings(entry.asks));
  field(row, "leaves_out", constants.strings(entry.leaves_out));
  field(row, "leaves_out_in", literal(entry.leaves_out_in));
  field(row, "environment", constants.strings(entry.environment));
  field(row, "packages", constants.strings(entry.packages));
  field(row, "installers", constants.strings(entry.installers));
  field(row, "source_files", constants.strings(entry.source_files));
  field(row, "not_source_files", constants.strings(entry.not_source_files));
  field(row, "signs", sign_list(entry.signs, constants));
  field(row, "module_files", constants.strings(entry.module_files));
  field(row, "modules", module_list(entry.modules, constants));
  return constants.list("ScratchFacts", {row + "}"});
}

}  // namespace

std::string write_list(const std::vector<WrittenPath>& writes,
                       CppConstants& constants) {
  std::vector<std::string> items;
  for (const WrittenPath& it : writes) {
    items.push_back("{" + literal(it.path) + ", " + cpp(it.volume) + ", " +
                    cpp(it.seeded) + "}");
  }
  return constants.list("WriteRow", items);
}

std::string runtime_row(const RuntimeEntry& entry, CppConstants& constants) {
  const Runtime& facts = entry.facts;
  std::string row = "{";
  field(row, "id", literal(facts.id));
  field(row, "needs_home", cpp(facts.needs_home));
  field(row, "writes", write_list(facts.writes, constants));
  field(row, "programs", constants.strings(facts.programs));
  field(row, "program_paths", constants.strings(facts.program_paths));
  field(row, "memory", std::to_string(facts.memory));
  field(row, "pids", std::to_string(facts.pids));
  field(row, "reaps", cpp(facts.reaps));
  field(row, "maps_tmp", cpp(facts.maps_tmp));
  field(row, "lists_interfaces", cpp(facts.lists_interfaces));
  field(row, "scratch",
        entry.scratch ? scratch_facts(*entry.scratch, constants) : "nullptr");
  return row + "}";
}

}  // namespace harden::knowledge
