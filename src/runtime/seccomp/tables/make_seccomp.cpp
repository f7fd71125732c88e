// make_seccomp TEMPLATES OUTPUT: turns templates/seccomp/*.json into the C++
// source of constant tables, or says what is wrong with a template.
#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/text/word_lists.h"
#include "knowledge/tables/cpp_constants.h"
#include "knowledge/tables/template_reader.h"

namespace harden::seccomp {

using knowledge::field;
using knowledge::Json;
using knowledge::literal;
using knowledge::TemplateError;

namespace {

// Numbers above those of all architectures but for ARM's own calls.
constexpr std::uint32_t largest_number = 0x0FFFFFFF;

void require_source(const Json& file, const std::string& name) {
  if (file.is_object() && file.contains("source")) return;
  throw TemplateError(name + ": `source` is missing");
}

std::string op(const std::string& word, const knowledge::TemplateObject& from) {
  constexpr std::array<const char*, 7> words = {"ne", "lt", "le",       "eq",
                                                "ge", "gt", "masked_eq"};
  if (!is_one_of(word, words)) {
    from.fail("`" + word + "` is not a comparison");
  }
  return "SeccompOp::" + word;
}

// The parts of it, each an expression for a span.
class TableMaker {
 public:
  explicit TableMaker(std::string folder) : folder_(std::move(folder)) {
    for (const Json& it : read("../runtimes.json")) {
      runtimes_.insert(it.at("id").get<std::string>());
    }
  }

  std::string calls() {
    const Json file = read("calls.json");
    require_source(file, "calls.json");
    std::string last;
    return rows("CallRow", file, "calls", [&](Object& object) {
      const std::string name = object.text("name");
      if (name <= last) object.fail("`" + name + "` is not in its place");
      known_.insert(last = name);
      std::string row;
      field(row, "name", literal(name));
      for (const char* architecture : {"amd64", "arm64", "i386", "arm"}) {
        const auto number = object.number(architecture, largest_number);
        if (number) field(row, architecture, std::to_string(*number));
      }
      return row;
    });
  }
  // first: the others are checked against its names
  std::string groups(const Json& file) {
    require_source(file, "default.json");
    return rows("GroupRow", file, "groups", [&](Object& object) {
      std::string row;
      field(row, "name", literal(object.text("name")));
      field(row, "reason", literal(object.text("reason")));
      field(row, "names", names(object, "names"));
      const std::string action = object.text("action", "allow");
      if (action != "allow" && action != "error") object.fail("no such action");
      field(row, "action", "SeccompAction::" + action);
      const auto error = object.number("error", 4095);
      if (error) field(row, "error", std::to_string(*error) + "u");
      field(row, "arguments", arguments(object));
      field(row, "includes", condition(object, "includes"));
      field(row, "excludes", condition(object, "excludes"));
      return row;
    });
  }

  std::string architectures(const Json& file) {
    return rows("ArchitectureRow", file, "architectures", [&](Object& object) {
      std::string row;
      field(row, "name", literal(object.text("name")));
      field(row, "below", constants_.strings(object.strings("below")));
      return row;
    });
  }

  std::string sets(const Json& file) {
    return rows("SetRow", file, "sets", [&](Object& object) {
      std::string row;
      const std::string id = object.text("id");
      field(row, "id", literal(id));
      field(row, "reason", literal(object.text("reason")));
      object.text("source");
      const Strings takes = object.strings("takes");
      require_sets(takes, object);
      field(row, "takes", constants_.strings(takes));
      field(row, "names", names(object, "names"));
      if (!sets_.insert(id).second) object.fail("`" + id + "` occurs twice");
      return row;
    });
  }

  std::string runtimes(const Json& file) {
    return rows("RuntimeRow", file, "runtimes", [&](Object& object) {
      std::string row;
      const std::string id = object.text("id");
      if (!runtimes_.contains(id))
        object.fail("no runtime is called `" + id + "`");
      field(row, "id", literal(id));
      for (const char* key : {"start", "seldom", "sets"}) {
        const Strings ids = object.strings(key);
        require_sets(ids, object);
        field(row, key, constants_.strings(ids));
      }
      return row;
    });
  }

  std::string capabilities(const Json& file) {
    return rows("RelatedRow", file, "capabilities", [&](Object& object) {
      std::string row;
      field(row, "name", literal(object.text("name")));
      field(row, "names", names(object, "names"));
      return row;
    });
  }

  std::string families() {
    const Json file = read("families.json");
    require_source(file, "families.json");
    std::vector<std::string> all;
    for (const Json& item : file.at("families")) {
      const auto family = item.get<Strings>();
      check_names(family, "families");
      all.push_back(constants_.strings(family));
    }
    return constants_.list("Texts", all);
  }

  std::string compat32() {
    const Json file = read("compat32.json");
    require_source(file, "compat32.json");
    return rows("RelatedRow", file, "calls", [&](Object& object) {
      std::string row;
      const std::string name = object.text("name");
      check_names({name}, "compat32.json");
      field(row, "name", literal(name));
      field(row, "names", names(object, "also"));
      return row;
    });
  }

  std::string dangers() {
    const Json file = read("dangers.json");
    require_source(file, "dangers.json");
    return rows("DangerRow", file, "calls", [&](Object& object) {
      std::string row;
      const std::string name = object.text("name");
      check_names({name}, "dangers.json");
      field(row, "name", literal(name));
      field(row, "reason", literal(object.text("reason")));
      return row;
    });
  }

  knowledge::Json read(const std::string& name) const {
    return knowledge::read_template(folder_ + "/" + name);
  }

  const std::string& definitions() const { return constants_.definitions(); }

 private:
  using Object = knowledge::TemplateObject;
  using Strings = std::vector<std::string>;

  // The rows that `write` makes of the objects of a list.
  template <typename Write>
  std::string rows(const std::string& type, const Json& file,
                   const std::string& key, Write write) {
    if (!file.contains(key) || !file.at(key).is_array()) {
      throw TemplateError("`" + key + "` is not a list");
    }
    std::vector<std::string> all;
    for (const Json& item : file.at(key)) {
      Object object(item, key);
      all.push_back("{" + write(object) + "}");
      object.refuse_unknown_keys();
    }
    return constants_.list(type, all);
  }

  // Names of calls, all of them known.
  std::string names(Object& object, const std::string& key) {
    const Strings all = object.strings(key);
    check_names(all, key + " beginning with " + (all.empty() ? "" : all[0]));
    return constants_.strings(all);
  }

  void check_names(const Strings& all, const std::string& place) const {
    for (const std::string& it : all) {
      if (known_.contains(it)) continue;
      throw TemplateError(place + ": `" + it + "` is not a system call");
    }
    if (!std::ranges::is_sorted(all)) {
      throw TemplateError(place + ": the names are not sorted");
    }
  }

  std::string condition(Object& object, const std::string& key) {
    std::string row;
    if (!object.has(key)) return "{}";
    Object inner(object.member(key, Json::value_t::object), key);
    field(row, "capabilities",
          constants_.strings(inner.strings("capabilities")));
    field(row, "architectures",
          constants_.strings(inner.strings("architectures")));
    field(row, "min_kernel", literal(inner.text("min_kernel")));
    inner.refuse_unknown_keys();
    return "{" + row + "}";
  }

  std::string arguments(Object& object) {
    std::vector<std::string> all;
    if (!object.has("arguments")) return "{}";
    for (const Json& item : object.member("arguments", Json::value_t::array)) {
      Object argument(item, "arguments");
      std::string row;
      const auto number = [&](const char* key) {
        return std::to_string(argument.number(key, UINT32_MAX).value_or(0)) +
               "u";
      };
      field(row, "index", number("index"));
      field(row, "value", number("value"));
      field(row, "value_two", number("value_two"));
      field(row, "op", op(argument.text("op"), argument));
      argument.refuse_unknown_keys();
      all.push_back("{" + row + "}");
    }
    return constants_.list("SeccompArgument", all);
  }

  void require_sets(const Strings& ids, const Object& object) const {
    for (const std::string& it : ids) {
      if (!sets_.contains(it)) object.fail("there is no set `" + it + "` yet");
    }
  }

  std::string folder_;
  std::set<std::string> runtimes_;  // ids of templates/runtimes.json
  std::set<std::string> known_;
  std::set<std::string> sets_;
  knowledge::CppConstants constants_;
};

// The source of seccomp::tables; throws TemplateError.
std::string make_tables(const std::string& folder) {
  TableMaker maker(folder);
  const Json profile = maker.read("default.json");
  const Json sets = maker.read("sets.json");
  std::string fields;
  field(fields, "calls", maker.calls());
  field(fields, "groups", maker.groups(profile));
  field(fields, "architectures", maker.architectures(profile));
  field(fields, "sets", maker.sets(sets));
  field(fields, "runtimes", maker.runtimes(sets));
  field(fields, "capabilities", maker.capabilities(sets));
  field(fields, "families", maker.families());
  field(fields, "compat32", maker.compat32());
  field(fields, "dangers", maker.dangers());
  return "// Made from templates/seccomp/*.json by make_seccomp; do not edit.\n"
         "#include \"runtime/seccomp/rows.h\"\n\n"
         "namespace harden::seccomp {\nnamespace {\n" +
         maker.definitions() +
         "}  // namespace\n\nconstinit const Tables tables = {" + fields +
         "};\n\n}  // namespace harden::seccomp\n";
}

}  // namespace
}  // namespace harden::seccomp

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: make_seccomp TEMPLATES OUTPUT\n", stderr);
    return 2;
  }
  try {
    const std::string source = harden::seccomp::make_tables(argv[1]);
    std::ofstream output(argv[2], std::ios::binary);
    output << source << std::flush;
    if (!output) {
      throw harden::knowledge::TemplateError("cannot write the output");
    }
  } catch (const std::exception& error) {
    std::fprintf(stderr, "make_seccomp: %s\n", error.what());
    return 1;
  }
}
