// A shell script as a tree of commands: POSIX sh, and what scripts use of
// bash.
//
// The symbols come from src/shell/tokenizer.cpp: one WORD for each word,
// reserved words only where the shell looks for them, PATTERN for the patterns
// of `case`. A `;` or `&` with no command before it comes as STRAY, which no
// rule knows; so lists need not tell how often they may be separated. Each
// decision needs one token only (the build fails when the generated parser
// predicts).
parser grammar ShellParser;

options { tokenVocab = ShellLexer; superClass = RuleParser; }

@postinclude {
#include "shell/grammar/rule_parser.h"
namespace grammar {
using harden::RuleParser;
}
}

// The script is read one of these after another; what is none is Opaque.
statement
    : andOr (SEMI | AMP | NEWLINE | EOF)
    ;

list
    : NEWLINE* andOr ((SEMI | AMP | NEWLINE) andOr?)*
    ;

andOr
    : pipeline ((AND_IF | OR_IF) NEWLINE* pipeline)*
    ;

pipeline
    : (BANG | TIME)* command (PIPE NEWLINE* command)*
    ;

command
    : (redirection | ASSIGNMENT | array | WORD)+
    | compound redirection*
    | (FUNCTION_NAME PARENS | FUNCTION WORD PARENS?) NEWLINE* compound
      redirection*
    ;

array
    : ARRAY (WORD | NEWLINE)* ARRAY_END
    ;

// The target of a here-document is its delimiter.
redirection
    : REDIRECT WORD
    ;

compound
    : LBRACE list RBRACE
    | OPEN list CLOSE
    | IF list THEN list (ELIF list THEN list)* (ELSE list)? FI
    | (WHILE | UNTIL) list DO list DONE
    | (FOR | SELECT) (WORD NEWLINE* wordList? | ARITHMETIC SEMI? NEWLINE*)
      (DO list DONE | LBRACE list RBRACE)
    | CASE WORD NEWLINE* IN NEWLINE* caseItem* ESAC
    | TEST (WORD | TEST_OPERATOR | NEWLINE)* TEST_END
    | ARITHMETIC
    ;

wordList
    : (SEMI | IN WORD* (SEMI | NEWLINE)) NEWLINE*
    ;

caseItem
    : PATTERN_OPEN? PATTERN (PATTERN_OR PATTERN)* PATTERN_END caseBody
      (CASE_END NEWLINE*)?
    ;

caseBody
    : NEWLINE* (andOr ((SEMI | AMP | NEWLINE) andOr?)*)?
    ;
