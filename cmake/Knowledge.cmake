# templates/* as constant tables in C++: nothing is parsed at start-up.
set(knowledge_templates ${CMAKE_SOURCE_DIR}/templates)
set(knowledge_tables ${CMAKE_BINARY_DIR}/knowledge/tables.cpp)

file(GLOB make_knowledge_sources CONFIGURE_DEPENDS
  ${CMAKE_SOURCE_DIR}/src/knowledge/tables/*.cpp)
add_executable(make_knowledge ${make_knowledge_sources}
  src/knowledge/fact_text.cpp)
target_include_directories(make_knowledge PRIVATE ${CMAKE_SOURCE_DIR}/src)
target_link_libraries(make_knowledge PRIVATE harden_base harden_warnings)
harden_precompile(make_knowledge)
harden_compile_cold(make_knowledge)
harden_compile_together(make_knowledge)

file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/knowledge)
file(GLOB knowledge_lists CONFIGURE_DEPENDS ${knowledge_templates}/lists/*.json)
add_custom_command(
  OUTPUT ${knowledge_tables}
  COMMAND make_knowledge ${knowledge_templates} ${knowledge_tables}
  DEPENDS make_knowledge
    ${knowledge_templates}/base_images.json
    ${knowledge_templates}/commands.json
    ${knowledge_templates}/distributions.json
    ${knowledge_templates}/package_managers.json
    ${knowledge_templates}/rootfs.sh
    ${knowledge_templates}/runtimes.json
    ${knowledge_templates}/servers.json
    ${knowledge_templates}/step_down_tools.json
    ${knowledge_templates}/strace.sh
    ${knowledge_lists}
  COMMENT "Turning templates into tables" VERBATIM)
target_sources(harden_knowledge PRIVATE ${knowledge_tables})

if(HARDEN_TESTS)
  enable_testing()
  add_test(NAME knowledge.bad_templates
    COMMAND ${CMAKE_COMMAND} -DMAKE_KNOWLEDGE=$<TARGET_FILE:make_knowledge>
      -DTEMPLATES=${knowledge_templates}
      -DSCRATCH=${CMAKE_BINARY_DIR}/knowledge/bad_templates
      -P ${CMAKE_SOURCE_DIR}/tests/unit/knowledge/bad_templates.cmake)
endif()
