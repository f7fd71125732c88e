# The scanners' tables, made from the generated lexers (see
# src/shell/tables/make_tables.cpp), and the libraries that dockerfile and shell need.
add_executable(make_tables src/shell/tables/make_tables.cpp)
target_link_libraries(make_tables PRIVATE
  harden_grammar_lexer harden_shell_grammar_lexer)
harden_compile_cold(make_tables)

# harden_tables(TARGET NAME FILE): the tables of grammar/NAMELexer.g4.
function(harden_tables target name file)
  set(tables ${CMAKE_BINARY_DIR}/grammar/${file})
  add_custom_command(OUTPUT ${tables} COMMAND make_tables ${name} ${tables}
    DEPENDS make_tables COMMENT "Deriving the tables of ${name}Lexer.g4"
    VERBATIM)
  target_sources(${target} PRIVATE ${tables})
  target_include_directories(${target} PRIVATE ${CMAKE_BINARY_DIR}/grammar)
endfunction()

harden_tables(harden_dockerfile Dockerfile scanner_tables.inc)
harden_tables(harden_shell Shell shell_tables.inc)
target_link_libraries(harden_dockerfile PRIVATE harden_grammar_parser)
target_link_libraries(harden_shell PRIVATE harden_shell_grammar_parser)
