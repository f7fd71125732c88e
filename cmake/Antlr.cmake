# Lexer and parser from the grammars, generated at build time.
#
# The tool is 4.7.2 and the runtime 4.9: they fit, but the generated code uses
# u8"" literals as char, so it is compiled as C++17 and without warnings.
find_program(ANTLR4 antlr4 REQUIRED)
set(GENERATED ${CMAKE_BINARY_DIR}/grammar)
set(antlr_sources
  ${GENERATED}/DockerfileLexer.cpp ${GENERATED}/DockerfileParser.cpp)
add_custom_command(
  OUTPUT ${antlr_sources}
  COMMAND ${ANTLR4} -Dlanguage=Cpp -no-listener -no-visitor -package grammar
    -Xexact-output-dir -o ${GENERATED}
    ${CMAKE_SOURCE_DIR}/grammar/DockerfileLexer.g4
  COMMAND ${ANTLR4} -Dlanguage=Cpp -no-listener -no-visitor -package grammar
    -Xexact-output-dir -lib ${GENERATED} -o ${GENERATED}
    ${CMAKE_SOURCE_DIR}/grammar/DockerfileParser.g4
  COMMAND ${CMAKE_COMMAND} -DFILE=${GENERATED}/DockerfileParser.cpp
    -P ${CMAKE_SOURCE_DIR}/cmake/RefusePrediction.cmake
  DEPENDS ${CMAKE_SOURCE_DIR}/grammar/DockerfileLexer.g4
    ${CMAKE_SOURCE_DIR}/grammar/DockerfileParser.g4
    ${CMAKE_SOURCE_DIR}/cmake/RefusePrediction.cmake
  COMMENT "Generating the lexer and the parser from grammar/"
  VERBATIM)

find_library(ANTLR4_RUNTIME libantlr4-runtime.a REQUIRED)
find_path(ANTLR4_INCLUDE antlr4-common.h PATH_SUFFIXES antlr4-runtime REQUIRED)
find_package(Threads REQUIRED)
add_library(antlr4_runtime INTERFACE)
# The shim comes first: clang rejects the runtime's own umbrella header.
target_include_directories(antlr4_runtime SYSTEM INTERFACE
  ${CMAKE_SOURCE_DIR}/cmake/antlr4-shim ${ANTLR4_INCLUDE})
target_link_libraries(antlr4_runtime INTERFACE ${ANTLR4_RUNTIME} Threads::Threads)

add_library(harden_grammar_lexer STATIC ${GENERATED}/DockerfileLexer.cpp)
add_library(harden_grammar_parser STATIC ${GENERATED}/DockerfileParser.cpp)
# One custom command makes both: let the second library wait for the first.
add_dependencies(harden_grammar_parser harden_grammar_lexer)
foreach(library harden_grammar_lexer harden_grammar_parser)
  set_target_properties(${library} PROPERTIES CXX_STANDARD 17)
  target_compile_options(${library} PRIVATE -w)
  target_include_directories(${library} SYSTEM PUBLIC ${GENERATED})
  target_link_libraries(${library} PUBLIC antlr4_runtime)
endforeach()
