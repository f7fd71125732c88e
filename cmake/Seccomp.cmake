# templates/seccomp/*.json as constant tables in C++, like Knowledge.cmake. Their
# runtimes are those of templates/runtimes.json.
set(seccomp_templates ${CMAKE_SOURCE_DIR}/templates/seccomp)
set(seccomp_tables ${CMAKE_BINARY_DIR}/seccomp/tables.cpp)

file(GLOB make_seccomp_sources CONFIGURE_DEPENDS
  ${CMAKE_SOURCE_DIR}/src/runtime/seccomp/tables/*.cpp)
add_executable(make_seccomp ${make_seccomp_sources}
  src/knowledge/tables/cpp_constants.cpp
  src/knowledge/tables/template_reader.cpp)
target_include_directories(make_seccomp PRIVATE ${CMAKE_SOURCE_DIR}/src)
target_link_libraries(make_seccomp PRIVATE harden_base harden_warnings)
harden_precompile(make_seccomp)
harden_compile_together(make_seccomp)
harden_compile_cold(make_seccomp)

file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/seccomp)
file(GLOB seccomp_template_files CONFIGURE_DEPENDS ${seccomp_templates}/*.json)
add_custom_command(
  OUTPUT ${seccomp_tables}
  COMMAND make_seccomp ${seccomp_templates} ${seccomp_tables}
  DEPENDS make_seccomp ${seccomp_template_files}
    ${CMAKE_SOURCE_DIR}/templates/runtimes.json
  COMMENT "Turning templates of seccomp into tables" VERBATIM)
target_sources(harden_runtime PRIVATE ${seccomp_tables})
