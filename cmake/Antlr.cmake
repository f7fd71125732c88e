# Lexers and parsers from the grammars, generated at build time.
#
# The tool is 4.7.2 and the runtime 4.9: they fit, but the generated code uses
# u8"" literals as char, so it is compiled as C++17 and without warnings.
find_program(ANTLR4 antlr4 REQUIRED)
set(GENERATED ${CMAKE_BINARY_DIR}/grammar)

find_library(ANTLR4_RUNTIME libantlr4-runtime.a REQUIRED)
find_path(ANTLR4_INCLUDE antlr4-common.h PATH_SUFFIXES antlr4-runtime REQUIRED)
find_package(Threads REQUIRED)
add_library(antlr4_runtime INTERFACE)
# The shim comes first: clang rejects the runtime's own umbrella header.
target_include_directories(antlr4_runtime SYSTEM INTERFACE
  ${CMAKE_SOURCE_DIR}/cmake/antlr4-shim ${ANTLR4_INCLUDE})
target_link_libraries(antlr4_runtime INTERFACE ${ANTLR4_RUNTIME} Threads::Threads)

# harden_grammar(PREFIX NAME): PREFIX_lexer and PREFIX_parser, libraries of
# grammar/NAMELexer.g4 and grammar/NAMEParser.g4.
function(harden_grammar prefix name)
  set(grammar ${CMAKE_SOURCE_DIR}/grammar/${name})
  set(parser ${GENERATED}/${name}Parser.cpp)
  add_custom_command(
    OUTPUT ${GENERATED}/${name}Lexer.cpp ${parser}
    COMMAND ${ANTLR4} -Dlanguage=Cpp -no-listener -no-visitor -package grammar
      -Xexact-output-dir -o ${GENERATED} ${grammar}Lexer.g4
    COMMAND ${ANTLR4} -Dlanguage=Cpp -no-listener -no-visitor -package grammar
      -Xexact-output-dir -lib ${GENERATED} -o ${GENERATED} ${grammar}Parser.g4
    COMMAND ${CMAKE_COMMAND} -DFILE=${parser}
      -P ${CMAKE_SOURCE_DIR}/cmake/RefusePrediction.cmake
    COMMAND ${CMAKE_COMMAND} -DFILE=${parser}
      -P ${CMAKE_SOURCE_DIR}/cmake/DropAutomaton.cmake
    DEPENDS ${grammar}Lexer.g4 ${grammar}Parser.g4
      ${CMAKE_SOURCE_DIR}/cmake/RefusePrediction.cmake
      ${CMAKE_SOURCE_DIR}/cmake/DropAutomaton.cmake
    COMMENT "Generating the lexer and the parser of grammar/${name}*.g4"
    VERBATIM)
  add_library(${prefix}_lexer STATIC ${GENERATED}/${name}Lexer.cpp)
  add_library(${prefix}_parser STATIC ${parser})
  # One custom command makes both: let the second library wait for the first.
  add_dependencies(${prefix}_parser ${prefix}_lexer)
  foreach(library ${prefix}_lexer ${prefix}_parser)
    set_target_properties(${library} PROPERTIES CXX_STANDARD 17)
    target_compile_options(${library} PRIVATE -w)
    target_include_directories(${library} SYSTEM PUBLIC ${GENERATED})
    target_link_libraries(${library} PUBLIC antlr4_runtime)
  endforeach()
  # The base class of the parsers is in src/shell/grammar.
  target_include_directories(${prefix}_parser PUBLIC
    ${CMAKE_BINARY_DIR}/rooms/shell)
endfunction()

harden_grammar(harden_grammar Dockerfile)
harden_grammar(harden_shell_grammar Shell)
