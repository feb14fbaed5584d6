/**
 * The grammar of `.senet`: convolutional networks and their channel-attention blocks.
 *
 * Two choices carry the rest. Words such as `squeeze`, `scale`, `at` or `slot` are tokens, and rule `name` takes them
 * back wherever a name may stand, so they are keywords only where they mean something: the alternatives of `statement`
 * are ordered, and an ambiguity goes to the first. And a comparison stands only in a `condition`, which is always inside
 * parentheses, so that a bare `>` closes a body and `>>` closes two.
 */
grammar Senet;

file : header? importation* declaration* EOF ;

header : SENET NUMBER ';' ;

importation
    : IMPORT qualifiedName ('(' name (',' name)* ')')? ';'  # libraryImport
    | IMPORT STRING AS name ';'                             # fileImport
    ;

declaration : DOC* (block | net | variant) ;

block   : BLOCK name parameters? body ;
net     : NET name parameters? ':' list body ;
variant : VARIANT name parameters? OF use '<' (graft (';' graft)* ';'?)? '>' ;

graft   : AT path (IF '(' condition ')')? PUT chain ;
path    : step ('.' step)* ;
step    : (name | '*') ('[' selector ']')? ;
selector
    : LET name                       # boundSelector
    | expression '..'                # openSelector
    | expression ('..' expression)?  # rangeSelector
    ;

/** What `--put` takes: `slot=Block(args)`. */
placement : path '=' chain EOF ;

/** What `--set` takes after its name. */
setting : condition EOF ;

parameters : '(' (parameter (',' parameter)*)? ')' ;
parameter  : name (':' name)? ('=' expression)? ;

body : '<' (statement (';' statement)* ';'?)? '>' ;

statement
    : LET name '=' chain                                # letStatement
    | REQUIRE '(' condition ')' STRING                  # requireStatement
    | SLOT name ('=' chain)?                            # slotStatement
    | phase=(SQUEEZE | LEARN | EXCITE) chain            # phaseStatement
    | SCALE                                             # scaleStatement
    | (name ':')? chain                                 # chainStatement
    ;

chain : element+ ;

element
    : operation ('*' count)?                            # repeatedElement
    | conditional                                       # conditionalElement
    ;

operation
    : merge=(ADD | MUL | CONCAT) '(' branch ('|' branch)* ')'  # mergeOperation
    | use                                               # useOperation
    | body                                              # bodyOperation
    ;

branch : (name ':')? chain? ;

conditional : IF '(' condition ')' body (ELSE (conditional | body))? ;

use      : qualifiedName arguments? ;
arguments: '(' (argument (',' argument)*)? ')' ;
argument : (name '=')? expression ;

count
    : NUMBER                            # literalCount
    | name ('[' expression ']')?        # nameCount
    | '(' expression ')'                # expressionCount
    ;

expression
    : '-' expression                                    # negation
    | expression '[' expression ']'                     # indexing
    | expression op=('*' | '/' | '%') expression        # product
    | expression op=('+' | '-') expression              # total
    | IF '(' condition ')' expression ELSE expression   # choice
    | name arguments                                    # call
    | qualifiedName                                     # reference
    | NUMBER                                            # number
    | STRING                                            # string
    | (TRUE | FALSE)                                    # truth
    | list                                              # listing
    | '(' condition ')'                                 # parenthesis
    ;

list : '[' (expression (',' expression)*)? ']' ;

condition
    : NOT condition                                     # notCondition
    | condition AND condition                           # andCondition
    | condition OR condition                            # orCondition
    | expression (op=('<' | '<=' | '>' | '>=' | '==' | '!=') expression)?  # comparison
    ;

qualifiedName : name ('.' name)* ;

name
    : IDENTIFIER
    | SENET | AS | AT | PUT | OF | SLOT | LET | REQUIRE | SQUEEZE | LEARN | EXCITE | SCALE
    | BLOCK | NET | VARIANT | IMPORT | ADD | MUL | CONCAT
    ;

SENET : 'senet' ; IMPORT : 'import' ; AS : 'as' ;
BLOCK : 'block' ; NET : 'net' ; VARIANT : 'variant' ; OF : 'of' ; AT : 'at' ; PUT : 'put' ;
LET : 'let' ; REQUIRE : 'require' ; SLOT : 'slot' ;
SQUEEZE : 'squeeze' ; LEARN : 'learn' ; EXCITE : 'excite' ; SCALE : 'scale' ;
ADD : 'add' ; MUL : 'mul' ; CONCAT : 'concat' ;
IF : 'if' ; ELSE : 'else' ; AND : 'and' ; OR : 'or' ; NOT : 'not' ; TRUE : 'true' ; FALSE : 'false' ;

IDENTIFIER : [A-Za-z_] [A-Za-z0-9_]* ;
NUMBER     : [0-9]+ ('.' [0-9]+)? ([eE] [-+]? [0-9]+)? ;
STRING     : '"' ('\\' ["\\n] | ~["\\\r\n])* '"' ;
/** Spelled out, so that `0..3` is a range and not the number `0.` */
RANGE      : '..' ;

DOC        : '///' ~[\r\n]* ;
COMMENT    : '//' (~[/\r\n] ~[\r\n]*)? -> channel(HIDDEN) ;
SPACE      : [ \t\r\n\f\uFEFF]+ -> channel(HIDDEN) ;
/** Whatever fits nowhere becomes a token of its own, so that the parser reports it like anything else unexpected. */
UNKNOWN    : . ;
