// templates/seccomp/*.json as C++ constants.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "knowledge/tables/cpp_constants.h"
#include "knowledge/tables/template_reader.h"

namespace harden::seccomp {

// The source of seccomp::tables; throws TemplateError.
std::string make_tables(const std::string& folder);

// The parts of it, each an expression for a span.
class TableMaker {
 public:
  explicit TableMaker(std::string folder);

  std::string calls();  // first: the others are checked against its names
  std::string groups(const knowledge::Json& file);
  std::string architectures(const knowledge::Json& file);
  std::string sets(const knowledge::Json& file);
  std::string runtimes(const knowledge::Json& file);
  std::string capabilities(const knowledge::Json& file);
  std::string families();
  std::string compat32();
  std::string dangers();

  knowledge::Json read(const std::string& name) const;
  const std::string& definitions() const { return constants_.definitions(); }

 private:
  using Object = knowledge::TemplateObject;
  using Strings = std::vector<std::string>;

  // The rows that `write` makes of the objects of a list.
  template <typename Write>
  std::string rows(const std::string& type, const knowledge::Json& file,
                   const std::string& key, Write write);
  // Names of calls, all of them known.
  std::string names(Object& object, const std::string& key);
  void check_names(const Strings& names, const std::string& place) const;
  std::string condition(Object& object, const std::string& key);
  std::string arguments(Object& object);
  void require_sets(const Strings& ids, const Object& object) const;

  std::string folder_;
  std::set<std::string> runtimes_;  // ids of templates/runtimes.json
  std::set<std::string> known_;
  std::set<std::string> sets_;
  knowledge::CppConstants constants_;
};

}  // namespace harden::seccomp
