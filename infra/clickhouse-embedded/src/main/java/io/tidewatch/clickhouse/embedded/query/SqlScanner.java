package io.tidewatch.clickhouse.embedded.query;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * Splits the text of a statement into words, literals and signs, as far as that is needed to find clauses.
 *
 * <p>It works on bytes, because data in any encoding may follow the statement.
 */
final class SqlScanner {

    /** What a token is. */
    enum Kind {
        WORD,
        LITERAL,
        SIGN,
        END
    }

    private final byte[] text;
    private final int end;
    private int position;

    private Kind kind = Kind.END;
    private int tokenStart;
    private int tokenEnd;

    SqlScanner(byte[] text, int end) {
        this.text = text;
        this.end = end;
    }

    /** Goes to the next token. */
    Kind next() {
        skipSpaceAndComments();
        tokenStart = position;
        if (position >= end) {
            kind = Kind.END;
        } else if (isWordByte(text[position])) {
            kind = Kind.WORD;
            while (position < end && isWordByte(text[position])) {
                position++;
            }
        } else if (text[position] == '\'' || text[position] == '"' || text[position] == '`') {
            kind = Kind.LITERAL;
            skipQuoted(text[position]);
        } else {
            kind = Kind.SIGN;
            position++;
        }
        tokenEnd = position;
        return kind;
    }

    Kind kind() {
        return kind;
    }

    int tokenStart() {
        return tokenStart;
    }

    int tokenEnd() {
        return tokenEnd;
    }

    /** Whether the token is this word, in upper or lower case. */
    boolean isWord(String word) {
        return kind == Kind.WORD && token().equalsIgnoreCase(word);
    }

    boolean isSign(char sign) {
        return kind == Kind.SIGN && text[tokenStart] == sign;
    }

    String token() {
        return new String(text, tokenStart, tokenEnd - tokenStart, ISO_8859_1);
    }

    /** With the token at an opening bracket: goes to the closing one. */
    void skipBrackets() {
        int depth = 0;
        do {
            if (isSign('(') || isSign('[') || isSign('{')) {
                depth++;
            } else if (isSign(')') || isSign(']') || isSign('}')) {
                depth--;
            }
        } while (depth > 0 && next() != Kind.END);
    }

    private void skipSpaceAndComments() {
        while (position < end) {
            byte now = text[position];
            byte then = position + 1 < end ? text[position + 1] : 0;
            if (now == ' ' || (now >= '\t' && now <= '\r')) {
                position++;
            } else if ((now == '-' && then == '-') || (now == '#' && (then == '!' || then == ' '))) {
                while (position < end && text[position] != '\n') {
                    position++;
                }
            } else if (now == '/' && then == '*') {
                position += 2;
                while (position < end && !(text[position - 1] == '*' && text[position] == '/')) {
                    position++;
                }
                position = Math.min(end, position + 1);
            } else {
                return;
            }
        }
    }

    /** Quotes are written twice or behind a backslash. */
    private void skipQuoted(byte quote) {
        position++;
        while (position < end) {
            if (text[position] == '\\') {
                position += 2;
            } else if (text[position] == quote) {
                position++;
                if (position >= end || text[position] != quote) {
                    return;
                }
                position++;
            } else {
                position++;
            }
        }
        position = end;
    }

    private static boolean isWordByte(byte value) {
        return (value >= 'a' && value <= 'z')
                || (value >= 'A' && value <= 'Z')
                || (value >= '0' && value <= '9')
                || value == '_'
                || value == '$'
                || value < 0;
    }
}
