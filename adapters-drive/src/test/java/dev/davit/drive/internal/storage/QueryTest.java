package dev.davit.drive.internal.storage;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class QueryTest {
  @Property(tries = 500)
  void aQuotedText_saysWhatItWas_andEndsWhereItShould(
      @ForAll @Chars({'\\', '\'', 'a', ' ', '"'}) @StringLength(max = 12) String text) {
    assertThat(unquoted(Query.quoted(text))).isEqualTo(text);
  }

  @Test
  void backslashes_areEscapedBeforeQuotes() {
    assertThat(Query.quoted("\\'")).isEqualTo("'\\\\\\''");
  }

  @Test
  void words_areNoSyntax() {
    assertThat(Query.matching("' or \"x\""))
        .isEqualTo(
            "((name contains 'or' and name contains 'x') or fullText contains 'or x')"
                + " and trashed=false");
    assertThat(Query.matching("'")).isEqualTo("name contains '\\'' and trashed=false");
  }

  /** As Google reads it: a backslash takes the next as it is; the first bare quote is the end. */
  private static String unquoted(String quoted) {
    StringBuilder text = new StringBuilder();
    int at = 1;
    while (quoted.charAt(at) != '\'') {
      at += quoted.charAt(at) == '\\' ? 1 : 0;
      text.append(quoted.charAt(at++));
    }
    assertThat(at).isEqualTo(quoted.length() - 1);
    return text.toString();
  }
}
