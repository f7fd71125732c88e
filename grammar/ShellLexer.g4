// The pieces of a shell script: POSIX sh, and what scripts use of bash.
//
// Every byte belongs to exactly one token, and every input has tokens: there
// is no lexical error. The characters are bytes. No lexer can find the end of
// `$(…)` or tell a reserved word from an argument, so the modes are switched
// by src/shell/tokenizer.cpp, which keeps a stack of what is open, groups the
// pieces of a word and gives the parser the symbols of `tokens` below.
//
// No rule has an unbounded tail that may have to be given back: a token is
// found in time linear in its length.
lexer grammar ShellLexer;

// What the parser sees in place of pieces; numbered first, so that all its
// symbols are below 64 and sets of them fit one machine word.
tokens {
  WORD, ASSIGNMENT, ARRAY, ARRAY_END, FUNCTION_NAME, PARENS,
  IF, THEN, ELIF, ELSE, FI, DO, DONE, WHILE, UNTIL, FOR, SELECT, CASE, IN, ESAC,
  FUNCTION, LBRACE, RBRACE, BANG, TIME,
  PATTERN_OPEN, PATTERN, PATTERN_OR, PATTERN_END,
  TEST, TEST_OPERATOR, TEST_END, ARITHMETIC,
  HEREDOC_BODY, HEREDOC_END, STRAY
}

fragment ENDING   : '\r'* '\n' ;
fragment NAME     : [a-zA-Z_] [a-zA-Z0-9_]* ;
fragment DOLLAR_NAME : '$' (NAME | [0-9@*#?$!\-]) ;
fragment OPERATOR : '<' | '>' | '>>' | '<<' | '<<-' | '<<<' | '<&' | '>&'
                  | '<>' | '>|' ;
fragment SINGLE   : '\'' ~'\''* '\'' ;
fragment ANSI     : '$\'' (~['\\] | '\\' .)* '\'' ;
fragment BACK     : '`' (~[`\\] | '\\' .)* '`' ;
// To the end of the text.
fragment OPEN_SINGLE : '\'' ~'\''* ;
fragment OPEN_ANSI   : '$\'' (~['\\] | '\\' .)* '\\'? ;
fragment OPEN_BACK   : '`' (~[`\\] | '\\' .)* '\\'? ;
// An escape character that does not end its line.
fragment ESCAPE   : '\\' ~'\n' | '\\' ;
fragment PLAIN    : ~[ \t\r\n;&|<>()'"\\$`] ;

// --- Between words ----------------------------------------------------------

BLANK        : [ \t]+ ;
NEWLINE      : ENDING ;
COMMENT      : '#' (~[\r\n] | '\r'+ ~[\r\n])* ;
CONTINUATION : '\\' ENDING ;

AND_IF   : '&&' ;
OR_IF    : '||' ;
PIPE     : '|' | '|&' ;
SEMI     : ';' ;
AMP      : '&' ;
CASE_END : ';;' | ';&' | ';;&' ;
OPEN     : '(' ;
CLOSE    : ')' ;
REDIRECT : ([0-9]+ | '{' NAME '}')? OPERATOR | '&>' | '&>>' ;

// The first piece of a word.
TEXT            : (PLAIN | '\r'+ | '$') ;
START_TEXT      : ~[ \t\r\n;&|<>()'"\\$`#] PLAIN* -> type(TEXT) ;
ESCAPED         : ESCAPE ;
SINGLE_QUOTED   : SINGLE ;
ANSI_QUOTED     : ANSI ;
BACKQUOTED      : BACK ;
UNCLOSED        : OPEN_SINGLE | OPEN_ANSI | OPEN_BACK ;
QUOTE           : '"' | '$"' ;
VARIABLE        : DOLLAR_NAME ;
PARAMETER_OPEN  : '${' ;
COMMAND_OPEN    : '$(' ;
ARITHMETIC_OPEN : '$((' ;
BRACKET_OPEN    : '$[' ;
PROCESS_OPEN    : '<(' | '>(' ;

// --- Behind a piece of a word -----------------------------------------------
mode REST;

REST_BLANK    : [ \t]+     -> type(BLANK) ;
REST_NEWLINE  : ENDING     -> type(NEWLINE) ;
REST_JOIN     : '\\' ENDING -> type(CONTINUATION) ;
REST_AND      : '&&'       -> type(AND_IF) ;
REST_OR       : '||'       -> type(OR_IF) ;
REST_PIPE     : ('|' | '|&') -> type(PIPE) ;
REST_SEMI     : ';'        -> type(SEMI) ;
REST_AMP      : '&'        -> type(AMP) ;
REST_CASE_END : (';;' | ';&' | ';;&') -> type(CASE_END) ;
REST_OPEN     : '('        -> type(OPEN) ;
REST_CLOSE    : ')'        -> type(CLOSE) ;
REST_REDIRECT : (OPERATOR | '&>' | '&>>') -> type(REDIRECT) ;
REST_TEXT     : (PLAIN+ | '\r'+ | '$') -> type(TEXT) ;
REST_ESCAPED  : ESCAPE     -> type(ESCAPED) ;
REST_SINGLE   : SINGLE     -> type(SINGLE_QUOTED) ;
REST_ANSI     : ANSI       -> type(ANSI_QUOTED) ;
REST_BACK     : BACK       -> type(BACKQUOTED) ;
REST_UNCLOSED : (OPEN_SINGLE | OPEN_ANSI | OPEN_BACK) -> type(UNCLOSED) ;
REST_QUOTE    : ('"' | '$"') -> type(QUOTE) ;
REST_VARIABLE : DOLLAR_NAME -> type(VARIABLE) ;
REST_PARAMETER : '${'      -> type(PARAMETER_OPEN) ;
REST_COMMAND  : '$('       -> type(COMMAND_OPEN) ;
REST_ARITHMETIC : '$(('    -> type(ARITHMETIC_OPEN) ;
REST_BRACKET  : '$['       -> type(BRACKET_OPEN) ;
REST_PROCESS  : ('<(' | '>(') -> type(PROCESS_OPEN) ;

// --- Between double quotes --------------------------------------------------
mode QUOTED;

QUOTED_TEXT     : (~["\\$`]+ | '$') -> type(TEXT) ;
QUOTED_LITERAL  : '\\' ~[$`"\\\n]? -> type(TEXT) ;
QUOTED_ESCAPED  : '\\' [$`"\\]   -> type(ESCAPED) ;
QUOTED_JOIN     : '\\' ENDING    -> type(CONTINUATION) ;
QUOTED_END      : '"'            -> type(QUOTE) ;
QUOTED_BACK     : BACK           -> type(BACKQUOTED) ;
QUOTED_UNCLOSED : OPEN_BACK      -> type(UNCLOSED) ;
QUOTED_VARIABLE : DOLLAR_NAME    -> type(VARIABLE) ;
QUOTED_PARAMETER : '${'          -> type(PARAMETER_OPEN) ;
QUOTED_COMMAND  : '$('           -> type(COMMAND_OPEN) ;
QUOTED_ARITHMETIC : '$(('        -> type(ARITHMETIC_OPEN) ;
QUOTED_BRACKET  : '$['           -> type(BRACKET_OPEN) ;

// --- In `${…}` --------------------------------------------------------------
mode BRACES;

BRACES_TEXT     : (~['"\\$`}]+ | '$') -> type(TEXT) ;
BRACES_END      : '}'            -> type(BRACE_CLOSE) ;
BRACES_ESCAPED  : ESCAPE         -> type(ESCAPED) ;
BRACES_JOIN     : '\\' ENDING    -> type(CONTINUATION) ;
BRACES_SINGLE   : SINGLE         -> type(SINGLE_QUOTED) ;
BRACES_ANSI     : ANSI           -> type(ANSI_QUOTED) ;
BRACES_BACK     : BACK           -> type(BACKQUOTED) ;
BRACES_UNCLOSED : (OPEN_SINGLE | OPEN_ANSI | OPEN_BACK) -> type(UNCLOSED) ;
BRACES_QUOTE    : ('"' | '$"')   -> type(QUOTE) ;
BRACES_VARIABLE : DOLLAR_NAME    -> type(VARIABLE) ;
BRACES_PARAMETER : '${'          -> type(PARAMETER_OPEN) ;
BRACES_COMMAND  : '$('           -> type(COMMAND_OPEN) ;
BRACES_ARITHMETIC : '$(('        -> type(ARITHMETIC_OPEN) ;
BRACES_BRACKET  : '$['           -> type(BRACKET_OPEN) ;

// --- In `"${…}"`: single quotes are characters like others ------------------
mode QUOTED_BRACES;

BRACE_CLOSE     : '}' ;
INNER_TEXT      : (~["\\$`}]+ | '$') -> type(TEXT) ;
INNER_ESCAPED   : ESCAPE         -> type(ESCAPED) ;
INNER_JOIN      : '\\' ENDING    -> type(CONTINUATION) ;
INNER_BACK      : BACK           -> type(BACKQUOTED) ;
INNER_UNCLOSED  : OPEN_BACK      -> type(UNCLOSED) ;
INNER_QUOTE     : '"'            -> type(QUOTE) ;
INNER_VARIABLE  : DOLLAR_NAME    -> type(VARIABLE) ;
INNER_PARAMETER : '${'           -> type(PARAMETER_OPEN) ;
INNER_COMMAND   : '$('           -> type(COMMAND_OPEN) ;
INNER_ARITHMETIC : '$(('         -> type(ARITHMETIC_OPEN) ;
INNER_BRACKET   : '$['           -> type(BRACKET_OPEN) ;

// --- Where brackets nest: `$((…))`, `$[…]`, patterns like `@(a|b)` ----------
mode NESTED;

NESTED_OPEN     : '('            -> type(OPEN) ;
NESTED_CLOSE    : ')'            -> type(CLOSE) ;
SQUARE_OPEN     : '[' ;
SQUARE_CLOSE    : ']' ;
NESTED_TEXT     : (~['"\\$`()[\]]+ | '$') -> type(TEXT) ;
NESTED_ESCAPED  : ESCAPE         -> type(ESCAPED) ;
NESTED_JOIN     : '\\' ENDING    -> type(CONTINUATION) ;
NESTED_SINGLE   : SINGLE         -> type(SINGLE_QUOTED) ;
NESTED_ANSI     : ANSI           -> type(ANSI_QUOTED) ;
NESTED_BACK     : BACK           -> type(BACKQUOTED) ;
NESTED_UNCLOSED : (OPEN_SINGLE | OPEN_ANSI | OPEN_BACK) -> type(UNCLOSED) ;
NESTED_QUOTE    : ('"' | '$"')   -> type(QUOTE) ;
NESTED_VARIABLE : DOLLAR_NAME    -> type(VARIABLE) ;
NESTED_PARAMETER : '${'          -> type(PARAMETER_OPEN) ;
NESTED_COMMAND  : '$('           -> type(COMMAND_OPEN) ;
NESTED_ARITHMETIC : '$(('        -> type(ARITHMETIC_OPEN) ;
NESTED_BRACKET  : '$['           -> type(BRACKET_OPEN) ;
