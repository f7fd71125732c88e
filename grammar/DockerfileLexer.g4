// The lines of a Dockerfile, as BuildKit joins them.
//
// Every byte belongs to exactly one token, and every input has tokens: there
// is no lexical error. The characters are bytes. In a file with
// `# escape=`` ` the two bytes ` and \ are exchanged before they come here, so
// that the escape character is always \.
//
// BuildKit first joins continued lines and only then looks for words, flags,
// JSON strings and variables; any of those may be spread over several lines
// with comments in between, and each instruction cuts its words in its own way.
// So this grammar ends where the joining ends; src/syntax/arguments.cpp goes on
// from the joined text.
//
// No rule has an unbounded tail that may have to be given back: a token is
// found in time linear in its length (the scanner test holds 100 kB of each
// opener against this).
lexer grammar DockerfileLexer;

// Added by src/syntax/tokenize.cpp: the byte order mark is found at offset 0
// only, and heredocs end at delimiters that no grammar knows.
tokens { BOM, HEREDOC_BODY, HEREDOC_END }

fragment BLANK   : [ \t\u000B\u000C] ;
fragment ENDING  : '\r'* '\n' ;
fragment ONBUILD_ : [oO] [nN] [bB] [uU] [iI] [lL] [dD] ;
// An escape character that does not end its line.
fragment ESCAPED : '\\' [ \t]* ~[ \t\r\n\\] | '\\' '\\'+ ;
fragment NAME    : (~[ \t\u000B\u000C\r\n\\#] | ESCAPED)
                   (~[ \t\u000B\u000C\r\n\\] | ESCAPED)* ;

// --- The top of the file: the only place of parser directives ---------------

DIRECTIVE      : (BLANK | '\r')* '#' (BLANK | '\r')* [a-zA-Z] [a-zA-Z0-9]*
                 (BLANK | '\r')* '=' ~'\n'* '\n'? ;
TOP_COMMENT    : (BLANK | '\r')* '#' ~'\n'* '\n'?  -> type(COMMENT), mode(LINE) ;
TOP_BLANK_LINE : (BLANK | '\r')* '\n'              -> type(BLANK_LINE), mode(LINE) ;
TOP_SPACE      : (BLANK | '\r')+                   -> type(SPACE), mode(LINE) ;
TOP_JOIN       : '\\' [ \t]* ENDING                -> type(CONTINUATION), mode(LINE) ;
TOP_ONBUILD    : ONBUILD_                          -> type(ONBUILD), mode(TRIGGER) ;
TOP_KEYWORD    : NAME                              -> type(KEYWORD), mode(ARGUMENTS) ;
TOP_ESCAPE     : '\\' [ \t]*                       -> type(KEYWORD), mode(ARGUMENTS) ;

// --- The beginning of a line that continues nothing -------------------------
mode LINE;

COMMENT      : (BLANK | '\r')* '#' ~'\n'* '\n'? ;
BLANK_LINE   : (BLANK | '\r')* '\n' ;
SPACE        : (BLANK | '\r')+ ;
LINE_JOIN    : '\\' [ \t]* ENDING -> type(CONTINUATION) ;
ONBUILD      : ONBUILD_           -> mode(TRIGGER) ;
KEYWORD      : NAME               -> mode(ARGUMENTS) ;
LINE_ESCAPE  : '\\' [ \t]*        -> type(KEYWORD), mode(ARGUMENTS) ;

// --- Behind ONBUILD: another instruction ------------------------------------
mode TRIGGER;

TRIGGER_SPACE   : BLANK+             -> type(SPACE) ;
TRIGGER_RETURN  : '\r'+              -> type(SPACE) ;
TRIGGER_JOIN    : '\\' [ \t]* ENDING -> type(CONTINUATION), mode(TRIGGER_JOINED) ;
TRIGGER_END     : ENDING             -> type(NEWLINE), mode(LINE) ;
TRIGGER_HASH    : '#'                -> type(TEXT), mode(ARGUMENTS) ;
TRIGGER_ESCAPE  : '\\' [ \t]*        -> type(TEXT), mode(ARGUMENTS) ;
TRIGGER_KEYWORD : NAME               -> type(KEYWORD), mode(ARGUMENTS) ;

// A line that continues ONBUILD.
mode TRIGGER_JOINED;

TRIGGER_COMMENT    : (BLANK | '\r')* '#' ~'\n'* '\n'? -> type(COMMENT) ;
TRIGGER_BLANK_LINE : (BLANK | '\r')* '\n'   -> type(BLANK_LINE) ;
TRIGGER_INDENT     : (BLANK | '\r')+        -> type(SPACE) ;
TRIGGER_AGAIN      : '\\' [ \t]* ENDING     -> type(CONTINUATION) ;
TRIGGER_LONE       : '\\' [ \t]*            -> type(TEXT), mode(ARGUMENTS) ;
TRIGGER_NAME       : NAME                   -> type(KEYWORD), mode(ARGUMENTS) ;

// --- What follows a keyword on its line -------------------------------------
mode ARGUMENTS;

TEXT         : (~[\\\r\n] | ESCAPED)+ ;
LONE_ESCAPE  : '\\' [ \t]*        -> type(TEXT) ;
RETURN       : '\r'+              -> type(TEXT) ;
CONTINUATION : '\\' [ \t]* ENDING -> mode(JOINED) ;
NEWLINE      : ENDING             -> mode(LINE) ;

// --- The beginning of a line that continues an instruction ------------------
// Comments and blank lines are skipped by the engine and end nothing.
mode JOINED;

JOINED_COMMENT    : (BLANK | '\r')* '#' ~'\n'* '\n'? -> type(COMMENT) ;
JOINED_BLANK_LINE : (BLANK | '\r')* '\n'   -> type(BLANK_LINE) ;
JOINED_AGAIN      : '\\' [ \t]* ENDING     -> type(CONTINUATION) ;
JOINED_INDENT     : (BLANK | '\r')+        -> type(TEXT), mode(ARGUMENTS) ;
JOINED_TEXT       : (~[ \t\u000B\u000C\r\n\\#] | ESCAPED) (~[\\\r\n] | ESCAPED)*
                    -> type(TEXT), mode(ARGUMENTS) ;
JOINED_ESCAPE     : '\\' [ \t]*            -> type(TEXT), mode(ARGUMENTS) ;
