# The lists of rules, made of the sources below all folders `rules`, as
# src/base/rules/rule.h says. A new file there is a new rule: nothing names it.
file(GLOB_RECURSE rule_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/*.cpp)
list(FILTER rule_sources INCLUDE REGEX "/rules/[^/]*$")
list(FILTER rule_sources EXCLUDE REGEX "/src/base/")
set(rule_lists ${CMAKE_BINARY_DIR}/rules)

# harden_rule_list(FILE [SUBJECT HEADER]): writes the list of the checks of such
# a subject, which HEADER declares; without one, that of all rules.
function(harden_rule_list file)
  set(sources ${rule_lists}/sources.txt)
  add_custom_command(
    OUTPUT ${rule_lists}/${file}
    COMMAND ${CMAKE_COMMAND} -D SOURCES=${sources} -D "SUBJECT=${ARGV1}"
      -D "HEADER=${ARGV2}" -D OUT=${rule_lists}/${file}
      -P ${CMAKE_SOURCE_DIR}/cmake/write_rules.cmake
    DEPENDS ${rule_sources} ${sources} ${CMAKE_SOURCE_DIR}/cmake/write_rules.cmake
    COMMENT "Listing rules: ${file}" VERBATIM)
endfunction()
list(JOIN rule_sources "\n" lines)
file(CONFIGURE OUTPUT ${rule_lists}/sources.txt CONTENT "${lines}\n" @ONLY)

harden_rule_list(profile_checks.cpp ProfileSubject
  runtime/seccomp/profile_subject.h)
target_sources(harden_runtime PRIVATE ${rule_lists}/profile_checks.cpp)

harden_rule_list(container_checks.cpp ContainerSubject
  containers/container_subject.h)
target_sources(harden_containers PRIVATE ${rule_lists}/container_checks.cpp)

harden_rule_list(image_checks.cpp Revision image/revision.h)
target_sources(harden_image PRIVATE ${rule_lists}/image_checks.cpp)

harden_rule_list(subject_checks.cpp Subject findings/subject.h)
target_sources(harden_findings PRIVATE ${rule_lists}/subject_checks.cpp)

harden_rule_list(all_rules.cpp)
target_sources(harden_findings PRIVATE ${rule_lists}/all_rules.cpp)
