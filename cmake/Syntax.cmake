# The scanner's tables, made from the generated lexer (see
# src/syntax/tables/make_tables.cpp), and the libraries that syntax needs.
add_executable(make_tables src/syntax/tables/make_tables.cpp)
target_link_libraries(make_tables PRIVATE harden_grammar_lexer)
set(tables ${CMAKE_BINARY_DIR}/grammar/scanner_tables.inc)
add_custom_command(OUTPUT ${tables} COMMAND make_tables ${tables}
  DEPENDS make_tables COMMENT "Deriving the scanner's tables" VERBATIM)
target_sources(harden_syntax PRIVATE ${tables})
target_include_directories(harden_syntax PRIVATE ${CMAKE_BINARY_DIR}/grammar)
target_link_libraries(harden_syntax PRIVATE harden_grammar_parser)
