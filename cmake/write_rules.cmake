# Writes OUT: the rules of the files that SOURCES lists, or with SUBJECT their
# checks of such a subject.
file(STRINGS ${SOURCES} sources)
set(rules "")
set(checks "")
foreach(source ${sources})
  file(READ ${source} text)
  string(REGEX MATCHALL "\nextern constexpr RuleInfo [a-z0-9_]+ = {" defined
    "${text}")
  string(REGEX MATCHALL "\nvoid check_[a-z0-9_]+\\([\n ]*const [A-Za-z]+&"
    asked "${text}")
  if(NOT defined AND NOT asked)
    message(FATAL_ERROR "${source} stands among the rules and defines none: "
      "a line begins with `extern constexpr RuleInfo NAME = {`")
  endif()
  list(APPEND rules ${defined})
  list(APPEND checks ${asked})
endforeach()
list(TRANSFORM rules REPLACE ".*RuleInfo ([a-z0-9_]+).*" "\\1")

if(SUBJECT)
  list(FILTER checks INCLUDE REGEX "const ${SUBJECT}&$")
  list(TRANSFORM checks REPLACE "\nvoid check_([a-z0-9_]+).*" "\\1")
  set(declared "")
  set(listed "")
  foreach(rule ${checks})
    string(APPEND declared "extern const RuleInfo ${rule};\n"
      "void check_${rule}(const ${SUBJECT}&, Findings&);\n")
    string(APPEND listed "      {&rule::${rule}, rule::check_${rule}},\n")
  endforeach()
  set(text "#include \"base/rules/rule.h\"
#include \"${HEADER}\"

namespace harden {
namespace rule {
using Of = ${SUBJECT};
${declared}}  // namespace rule

template <>
std::span<const RuleCheck<rule::Of>> rule_checks() {
  static const auto list = in_order<rule::Of>({
${listed}  });
  return list;
}

}  // namespace harden
")
else()
  set(declared "")
  set(listed "")
  foreach(rule ${rules})
    string(APPEND declared "extern const RuleInfo ${rule};\n")
    string(APPEND listed "      rule::${rule},\n")
  endforeach()
  set(text "#include \"base/rules/rule.h\"

namespace harden {
namespace rule {
${declared}}  // namespace rule

std::vector<RuleInfo> rules_of_all_rooms();
std::vector<RuleInfo> rules_of_all_rooms() {
  return {
${listed}  };
}

}  // namespace harden
")
endif()
file(CONFIGURE OUTPUT ${OUT} CONTENT "${text}" @ONLY)
